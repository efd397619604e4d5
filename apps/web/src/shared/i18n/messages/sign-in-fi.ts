/** What is said about the terms, a sign-in that failed, and where one is signed in. */
export const fiSignIn = {
  'terms.bySigningIn': 'Kirjautumalla hyväksyt käyttöehdot ja tietosuojaselosteen.',
  'terms.bySigningInVersion': 'Kirjautumalla hyväksyt käyttöehdot ja tietosuojaselosteen (versio {version}).',
  'terms.readInNewTab': 'Lue ne uudessa välilehdessä',
  'terms.title': 'Käyttöehdot ja tietosuoja',
  'terms.version': 'Versio {version}',
  'terms.changed': 'Käyttöehdot tai tietosuojaseloste on muuttunut',
  'terms.changedText': 'Varauksesi ja tulosteesi ovat ennallaan. Lue uudet tekstit ja hyväksy ne, kun ehdit.',
  'terms.read': 'Lue',
  'terms.agree': 'Hyväksyn',
  'signInProblem.expired': 'Kirjautuminen jäi kesken tai vanheni. Aloita se uudelleen.',
  'signInProblem.unavailable': 'Kunnan kirjautumispalvelu ei juuri nyt vastaa. Voit kirjautua myös sähköpostikoodilla.',
  'signInProblem.denied': 'Kirjautuminen peruttiin kunnan kirjautumispalvelussa.',
  'signInProblem.emailUnverified':
    'Kunnan kirjautumispalvelu ei ole vahvistanut sähköpostiosoitettasi. Kirjaudu sähköpostikoodilla.',
  'signInProblem.tooOften': 'Kirjautumista on yritetty liian monta kertaa peräkkäin. Odota hetki ja yritä uudelleen.',
  'sessions.title': 'Kirjautumiset',
  'sessions.lead': 'Laitteet, joilla olet kirjautuneena. Jos et tunnista jotakin niistä, kirjaa se ulos.',
  'sessions.onlyHere': 'Et ole kirjautuneena muualla.',
  'sessions.here': 'Tämä laite',
  'sessions.seenAt': 'Viimeksi käytössä {when}',
  'sessions.since': 'Kirjauduttu {when}',
  'sessions.end': 'Kirjaa ulos',
  'sessions.endOf': 'Kirjaa ulos: {device}, viimeksi käytössä {when}',
  'sessions.ended': 'Kirjautuminen on päätetty.',
  'sessions.endOthers': 'Kirjaa ulos muilta laitteilta',
  'sessions.endOthersAsk': 'Kirjataanko sinut ulos kaikilta muilta laitteilta?',
  'sessions.endOthersText': 'Tällä laitteella pysyt kirjautuneena.',
  'sessions.othersEnded': 'Muut kirjautumiset on päätetty.',
  'deviceKind.computer': 'Tietokone',
  'deviceKind.phone': 'Puhelin',
  'deviceKind.tablet': 'Tabletti',
  'deviceKind.unknown': 'Tuntematon laite',
} as const;

/** Every such text of a language: no key may miss, none may be extra. */
export type SignInMessages = Record<keyof typeof fiSignIn, string>;
