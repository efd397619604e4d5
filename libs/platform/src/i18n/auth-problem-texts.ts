import type { Locale, ProblemCode } from '#libs/contracts';

/** What is said to somebody who cannot be let in, or not yet. */
export const authProblemTexts = {
  'auth.required': {
    fi: 'Kirjaudu ensin sisään.',
    sv: 'Logga in först.',
    en: 'Sign in first.',
  },
  'auth.code_invalid': {
    fi: 'Koodi ei kelpaa. Tarkista numerot tai pyydä uusi koodi.',
    sv: 'Koden gäller inte. Kontrollera siffrorna eller be om en ny kod.',
    en: 'The code is not valid. Check the digits or ask for a new code.',
  },
  'auth.forbidden': {
    fi: 'Sinulla ei ole oikeutta tähän.',
    sv: 'Du har inte rätt att göra detta.',
    en: 'You are not allowed to do this.',
  },
  'auth.cross_origin': {
    fi: 'Pyyntö tuli toiselta sivustolta, joten sitä ei hyväksytty.',
    sv: 'Begäran kom från en annan webbplats och godkändes inte.',
    en: 'The request came from another site and was not accepted.',
  },
  'auth.fresh_sign_in_required': {
    fi: 'Kirjaudu uudelleen sisään. Tähän tarvitaan alle kymmenen minuuttia vanha kirjautuminen.',
    sv: 'Logga in på nytt. För det här behövs en inloggning som är högst tio minuter gammal.',
    en: 'Sign in again. This needs a sign-in that is less than ten minutes old.',
  },
  'auth.too_many_attempts': {
    fi: 'Yrityksiä on ollut liian monta. Odota hetki ja pyydä uusi koodi.',
    sv: 'För många försök. Vänta en stund och be om en ny kod.',
    en: 'Too many attempts. Wait a while and ask for a new code.',
  },
  'auth.sign_in_expired': {
    fi: 'Kirjautuminen jäi kesken tai vanheni. Aloita se uudelleen.',
    sv: 'Inloggningen avbröts eller blev för gammal. Börja om.',
    en: 'Signing in was interrupted or took too long. Start again.',
  },
  'auth.provider_unavailable': {
    fi: 'Kunnan kirjautumispalvelu ei juuri nyt vastaa. Voit kirjautua myös sähköpostikoodilla.',
    sv: 'Kommunens inloggningstjänst svarar inte just nu. Du kan också logga in med en kod till din e-post.',
    en: 'The town’s sign-in service is not answering right now. You can also sign in with a code by e-mail.',
  },
  'auth.provider_denied': {
    fi: 'Kirjautuminen peruttiin kunnan kirjautumispalvelussa.',
    sv: 'Inloggningen avbröts i kommunens inloggningstjänst.',
    en: 'Signing in was cancelled at the town’s sign-in service.',
  },
  'auth.provider_rejected': {
    fi: 'Kirjautumispalvelun vastausta ei voitu hyväksyä. Yritä uudelleen tai kirjaudu sähköpostikoodilla.',
    sv: 'Svaret från inloggningstjänsten kunde inte godkännas. Försök igen eller logga in med en kod till din e-post.',
    en: 'The answer of the sign-in service could not be accepted. Try again, or sign in with a code by e-mail.',
  },
  'auth.email_unverified': {
    fi: 'Kirjautumispalvelu ei ole vahvistanut sähköpostiosoitettasi. Kirjaudu sähköpostikoodilla.',
    sv: 'Inloggningstjänsten har inte bekräftat din e-postadress. Logga in med en kod till din e-post.',
    en: 'The sign-in service has not verified your e-mail address. Sign in with a code by e-mail.',
  },
  'consent.outdated': {
    fi: 'Ehdot ovat muuttuneet sillä välin. Lue uudet ehdot ja hyväksy ne sitten.',
    sv: 'Villkoren har ändrats under tiden. Läs de nya villkoren och godkänn dem sedan.',
    en: 'The terms have changed in the meantime. Read the new ones, then agree.',
  },
} as const satisfies Partial<Record<ProblemCode, Record<Locale, string>>>;
