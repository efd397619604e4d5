/** What staff are told of things that are broken. */
export const fiFaults = {
  'faults.title': 'Ilmoitetut viat',
  'faults.noText': 'Ilmoittaja ei kertonut tarkemmin.',
  'faults.reportedAt': 'Ilmoitettu {when}',
  'faults.close': 'Hoidettu',
  'faults.closeTitle': 'Mitä tehtiin? {name}',
  'faults.done': 'Mitä tehtiin',
  'faults.doneHint': 'Esimerkiksi: vaihdettiin lamppu. Jää talteen.',
  'faults.stillOut': 'Laite on yhä pois käytöstä. Voit ottaa sen takaisin käyttöön ennen kuittausta.',
  'faults.putOut': 'Poista käytöstä',
  'faults.putOutTitle': 'Poistetaanko käytöstä? {name}',
  'faults.putIn': 'Ota takaisin käyttöön',
  'faults.reasonHint': 'Syy näkyy kaikille.',
  'faults.cancelled':
    '{count, plural, =0 {Yhtään varausta ei peruunnu.} one {Yksi varaus peruuntuu, ja varaajalle lähtee viesti.} other {# varausta peruuntuu, ja varaajille lähtee viesti.}}',
  'faults.moved':
    '{count, plural, one {Yksi varaus siirtyy toiseen samanlaiseen.} other {# varausta siirtyy toisiin samanlaisiin.}}',
  'faults.printGoesOn': 'Käynnissä oleva tuloste jatkuu loppuun.',
} as const;

export type FaultsMessages = Record<keyof typeof fiFaults, string>;
