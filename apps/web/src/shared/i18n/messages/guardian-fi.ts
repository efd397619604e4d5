/** What guardians read, and those who ask them. */
export const fiGuardian = {
  'guardian.title': 'Huoltajan suostumus',
  'guardian.lead':
    'Laitteisiin, joilla on ikäraja, alaikäinen tarvitsee huoltajan suostumuksen. Lähetämme huoltajallesi sähköpostiin linkin, josta hän voi vastata.',
  'guardian.hub': 'Missä haluat käyttää laitteita?',
  'guardian.email': 'Huoltajan sähköpostiosoite',
  'guardian.emailHint': 'Viestissä lukee etunimesi ja keskuksen nimi.',
  'guardian.send': 'Pyydä huoltajan suostumus',
  'guardian.sent': 'Viesti on lähetetty. Saat tiedon, kun huoltajasi on vastannut.',
  'guardian.askedFrom': 'Pyydetty osoitteesta {email}. Viimeinen vastauspäivä: {day}.',
  'guardian.givenBy': 'Suostumuksen antoi {name}.',
  'guardianState.asked': 'Odottaa vastausta',
  'guardianState.expired': 'Vastausta ei tullut ajoissa',
  'guardianState.consented': 'Suostumus annettu',
  'guardianState.refused': 'Ei suostumusta',
  'guardianState.withdrawn': 'Suostumus peruttu',
  'guardian.ask': '{child} on nimennyt sinut huoltajakseen ja pyytää suostumustasi laitteiden käyttöön. Paikka: {hub}.',
  'guardian.askSomebody':
    'Nuori on nimennyt sinut huoltajakseen ja pyytää suostumustasi laitteiden käyttöön. Paikka: {hub}.',
  'guardian.pointUse':
    'Nuori saa varata ja käyttää laitteita, joilla on ikäraja, esimerkiksi 3D-tulostinta. Käyttö on maksutonta.',
  'guardian.pointGuidance': 'Henkilökunta opastaa laitteiden käytössä.',
  'guardian.pointData':
    'Nimesi ja vastauksesi tallennetaan nuoren tietoihin. Sähköpostiosoitteesi poistetaan, jos et suostu tai kun perut suostumuksen.',
  'guardian.pointWithdraw': 'Voit perua suostumuksen milloin tahansa. Linkki siihen tulee sähköpostiisi.',
  'guardian.terms': 'Lue käyttöehdot ja tietosuojaseloste, versio {version} (avautuu uuteen välilehteen)',
  'guardian.name': 'Oma nimesi',
  'guardian.nameHint': 'Kirjoita huoltajan nimi, ei nuoren.',
  'guardian.give': 'Annan suostumuksen',
  'guardian.refuse': 'En anna suostumusta',
  'guardian.linkDead': 'Linkki ei toimi',
  'guardian.linkDeadText':
    'Se on ehkä vanhentunut tai katkennut viestissä. Kokeile avata linkki uudelleen viestistä. Nuori voi tarvittaessa lähettää uuden pyynnön omista tiedoistaan.',
  'guardian.until': 'Viimeinen vastauspäivä: {day}.',
  'guardian.consented': 'Suostumus on annettu. Kiitos!',
  'guardian.consentedText':
    'Saat vahvistuksen sähköpostiisi. Säilytä se: siinä on linkki, josta suostumuksen voi perua.',
  'guardian.refused': 'Vastaus on tallennettu.',
  'guardian.refusedText': 'Et antanut suostumusta. Nuori saa siitä tiedon, ja sähköpostiosoitteesi on poistettu.',
  'guardian.withdrawAsk': 'Olet antanut suostumuksen laitteiden käyttöön. Kenelle: {child}. Paikka: {hub}.',
  'guardian.withdrawAskSomebody': 'Olet antanut suostumuksen laitteiden käyttöön. Paikka: {hub}.',
  'guardian.withdrawWhat':
    'Kun perut suostumuksen, uusia varauksia laitteisiin, joilla on ikäraja, ei voi enää tehdä. Jo tehdyt varaukset jäävät voimaan, ja henkilökunta näkee ne.',
  'guardian.withdraw': 'Perun suostumuksen',
  'guardian.withdrawn': 'Suostumus on peruttu.',
  'guardian.withdrawnText': 'Nuori saa siitä tiedon, ja sähköpostiosoitteesi on poistettu.',
} as const;

/** Every such text of a language: no key may miss, none may be extra. */
export type GuardianMessages = Record<keyof typeof fiGuardian, string>;
