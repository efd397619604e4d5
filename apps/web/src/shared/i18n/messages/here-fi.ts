/** What is said to whoever has come: check in, or use something at once. */
export const fiHere = {
  'useNow.action': 'Ota heti käyttöön',
  'useNow.signIn': 'Kirjaudu ja ota heti käyttöön',
  'useNow.title': 'Otetaanko käyttöön? {name}',
  'useNow.until': 'Tämä on käytössäsi {when} asti. Jos haluat jatkaa, voit pidentää aikaa Omat varaukset -sivulla.',
  'useNow.refused': 'Tätä ei voi ottaa käyttöön juuri nyt.',
  'useNow.yes': 'Kyllä, ota käyttöön',
  'useNow.done': '{name} on käytössäsi {when} asti.',
  'here.title': 'Olen paikalla',
  'here.lead': 'Ilmoittaudu varaukseesi tai ota vapaa laite heti käyttöön.',
  'here.reason': 'Kirjaudu, niin näet tämän päivän varauksesi.',
  'here.today': 'Varauksesi tänään',
  'here.none': 'Sinulla ei ole varauksia tälle päivälle.',
  'here.opens': 'Ilmoittautuminen alkaa {when}.',
  'here.welcome': 'Tervetuloa! {name} on käytössäsi {when} asti.',
  'here.free': 'Vapaana nyt',
  'here.nothingFree': 'Juuri nyt mikään ei ole vapaana.',
  'accessibility.title': 'Saavutettavuusseloste',
  'bookings.checkInCode': 'Ilmoittautumiskoodi: {code}',
} as const;

export type HereMessages = Record<keyof typeof fiHere, string>;
