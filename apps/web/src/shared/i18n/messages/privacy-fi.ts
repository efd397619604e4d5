/** What people read about their own data on the account page. */
export const fiPrivacy = {
  'privacy.title': 'Tietosuoja',
  'privacy.exportTitle': 'Lataa omat tiedot',
  'privacy.exportText':
    'Saat ZIP-tiedoston, jossa on kaikki sinusta tallennetut tiedot ja lähettämäsi tiedostot. Avaa siitä index.html, niin voit lukea tiedot selaimessa.',
  'privacy.export': 'Lataa omat tiedot',
  'privacy.readsTitle': 'Kuka on katsonut tietojani',
  'privacy.readsText':
    'Henkilökunnan katselut kirjataan. Samasta kirjautumisesta tulee enintään yksi merkintä tunnissa.',
  'privacy.noReads': 'Kukaan henkilökunnasta ei ole katsonut tietojasi.',
  'privacy.read': '{what}, katsojana {role}',
  'privacy.inHub': '{when}, {hub}',
  'readKind.bookings': 'Varaukset',
  'readKind.waitingList': 'Jonotukset',
  'readKind.prints': 'Tulosteet',
  'readKind.inductions': 'Perehdytykset',
  'readKind.people': 'Henkilötiedot',
  'readKind.audit': 'Tapahtumaloki',
  'readRole.staff': 'henkilökunta',
  'readRole.admin': 'ylläpitäjä',
  'privacy.eraseTitle': 'Poista tilisi',
  'privacy.eraseText': 'Tili ja henkilötietosi poistetaan heti. Poistoa ei voi perua.',
  'privacy.erase': 'Poista tili…',
  'privacy.eraseAsk': 'Poistetaanko tilisi?',
  'privacy.eraseBookings': 'Tulevat varauksesi perutaan, ja ajat vapautuvat muille.',
  'privacy.erasePast': 'Menneet varaukset ja tulosteet jäävät tilastoihin ilman nimeäsi.',
  'privacy.eraseFiles': 'Lähettämäsi tiedostot poistetaan, ja tulosteet, joita ei ole aloitettu, perutaan.',
  'privacy.eraseSignOut': 'Kirjaudut ulos kaikilla laitteilla. Vahvistus tulee sähköpostiisi.',
  'privacy.eraseSure': 'Ymmärrän, että poistoa ei voi perua',
  'privacy.eraseYes': 'Poista tili pysyvästi',
  'privacy.signInAgain': 'Kirjaudu uudelleen',
  'privacy.hasRole':
    'Työskentelet digikeskuksessa, joten tiliä ei voi vielä poistaa. Pyydä ensin ylläpitäjää poistamaan roolisi.',
} as const;

/** Every such text of a language: no key may miss, none may be extra. */
export type PrivacyMessages = Record<keyof typeof fiPrivacy, string>;
