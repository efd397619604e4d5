/** What is said about things out of order and about closing the hub. */
export const fiClosing = {
  'closing.title': 'Sulkemiset ja viat',
  'closing.lead': 'Ennen kuin mitään suljetaan, näet keitä se koskee.',
  'closing.things': 'Laitteet ja tilat',
  'closing.inUse': 'Käytössä',
  'closing.putOut': 'Poista käytöstä',
  'closing.putOutTitle': 'Poistetaanko käytöstä: {name}?',
  'closing.putIn': 'Palauta käyttöön',
  'closing.outUntil': '{reason} ({when} asti)',
  'closing.lastDay': 'Viimeinen päivä poissa käytöstä',
  'closing.lastDayHint': 'Jätä tyhjäksi, jos et vielä tiedä.',
  'closing.closures': 'Tulevat sulkemiset',
  'closing.none': 'Poikkeavia sulkemisia ei ole.',
  'closing.fromTo': '{from} – {to}',
  'closing.lift': 'Peru sulkeminen',
  'closing.new': 'Sulje digikeskus joksikin aikaa',
  'closing.fromDay': 'Suljetaan',
  'closing.fromTime': 'Kello (suljetaan)',
  'closing.toDay': 'Avataan taas',
  'closing.toTime': 'Kello (avataan)',
  'closing.reason': 'Syy',
  'closing.reasonHint': 'Varaajat näkevät tekstin sellaisenaan.',
  'closing.preview': 'Katso, keitä tämä koskee',
  'closing.close': 'Sulje ja kerro varaajille',
  'impact.none': 'Yhtään varausta ei tarvitse siirtää tai perua.',
  'impact.title': 'Tämä vaikuttaa varauksiin',
  'impact.cancelled':
    '{count, plural, one {Yksi varaus perutaan, ja siitä kerrotaan varaajalle} other {# varausta perutaan, ja niistä kerrotaan varaajille}}',
  'impact.moved':
    '{count, plural, one {Yksi varaus siirtyy toiselle vastaavalle laitteelle} other {# varausta siirtyy toisille vastaaville laitteille}}',
  'impact.ongoing':
    '{count, plural, one {Yksi varaus on jo käynnissä: sovi asiasta paikan päällä} other {# varausta on jo käynnissä: sovi asiasta paikan päällä}}',
} as const;

/** Every such text of a language: no key may miss, none may be extra. */
export type ClosingMessages = Record<keyof typeof fiClosing, string>;
