/** What staff read about one person. */
export const fiPerson = {
  'person.title': 'Henkilö',
  'person.find': 'Etsi henkilö',
  'person.findLabel': 'Nimi tai sähköpostiosoite',
  'person.findHint': 'Uusi kävijä löytyy koko osoitteella.',
  'person.nobody': 'Ketään ei löytynyt.',
  'person.newHere': 'Uusi täällä',
  'person.newHereText':
    'Henkilö ei ole vielä varannut eikä käyttänyt täällä mitään, joten hänen tietojaan ei näytetä. Ne tulevat näkyviin, kun merkitset hänet perehdytetyksi.',
  'person.blocked': 'Käyttökielto',
  'person.comingBookings': 'Tulevia varauksia',
  'person.readLogged': 'Näiden tietojen katselu kirjataan, ja henkilö näkee sen omista tiedoistaan.',
  'person.blocks': 'Käyttökiellot',
  'person.noBlocks': 'Käyttökieltoja ei ole.',
  'person.noEnd': 'Toistaiseksi',
  'person.until': 'Voimassa {when} asti',
  'person.block': 'Aseta käyttökielto',
  'person.unblock': 'Poista käyttökielto',
  'person.blockTitle': 'Aseta käyttökielto: {name}',
  'person.blockHint': 'Henkilö näkee syyn. Jo tehdyt varaukset jäävät voimaan.',
  'person.blockLength': 'Kesto',
  'person.days': '{days, plural, =0 {Toistaiseksi} other {# päivää}}',
  'person.notes': 'Muistiinpanot',
  'person.newNote': 'Uusi muistiinpano',
  'person.noteHint': 'Henkilö voi lukea muistiinpanot, kun hän pyytää tietonsa.',
  'person.writeNote': 'Tallenna muistiinpano',
  'person.forgetNote': 'Poista muistiinpano',
  'person.inductions': 'Perehdytykset',
  'person.withdraw': 'Poista',
  'person.grantKind': 'Mihin perehdytetty',
  'person.grantHint': 'Sama nimi kuin säännöissä, esimerkiksi 3d-printer.',
  'person.grant': 'Merkitse perehdytetyksi',
  'person.record': 'Tapahtumat',
} as const;

/** Every such text of a language: no key may miss, none may be extra. */
export type PersonMessages = Record<keyof typeof fiPerson, string>;
