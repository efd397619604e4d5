import type { Locale, ProblemCode } from '#libs/contracts';

/** What refusals around the second factor say; part of `problemTexts`. */
export const secondFactorProblemTexts = {
  'auth.second_factor_required': {
    fi: 'Tähän tarvitaan kaksivaiheinen tunnistautuminen.',
    sv: 'Det här kräver tvåstegsverifiering.',
    en: 'This needs sign-in in two steps.',
  },
  'auth.second_factor_invalid': {
    fi: 'Tunnistautuminen ei onnistunut. Tarkista koodi tai kokeile toista tapaa.',
    sv: 'Verifieringen lyckades inte. Kontrollera koden eller prova ett annat sätt.',
    en: 'That did not work. Check the code or try another way.',
  },
  'auth.second_factor_paused': {
    fi: 'Koodi on ollut väärä liian monta kertaa. Yritä uudelleen {minutes, number} minuutin kuluttua.',
    sv: 'Koden har varit fel för många gånger. Försök igen om {minutes, number} minuter.',
    en: 'The code was wrong too many times. Try again in {minutes, number} minutes.',
  },
  'second_factor.expired': {
    fi: 'Aika ehti kulua umpeen. Aloita uudelleen.',
    sv: 'Tiden gick ut. Börja om.',
    en: 'The time ran out. Start again.',
  },
  'second_factor.not_needed': {
    fi: 'Olet jo kirjautunut.',
    sv: 'Du är redan inloggad.',
    en: 'You are signed in already.',
  },
  'second_factor.duplicate': {
    fi: 'Tämä pääsyavain on jo käytössä.',
    sv: 'Den här inloggningsnyckeln används redan.',
    en: 'This passkey is in use already.',
  },
  'second_factor.none': {
    fi: 'Ota ensin käyttöön pääsyavain tai todennussovellus.',
    sv: 'Ta först i bruk en inloggningsnyckel eller en autentiseringsapp.',
    en: 'First set up a passkey or an authenticator app.',
  },
  'second_factor.last': {
    fi: 'Henkilökunnalla on aina oltava kaksivaiheinen tunnistautuminen. Ota ensin käyttöön toinen tapa ja poista sitten tämä.',
    sv: 'Personalen måste alltid ha tvåstegsverifiering. Ta först i bruk ett annat sätt och ta sedan bort det här.',
    en: 'Staff always sign in in two steps. Set up another way first, then remove this one.',
  },
  'second_factor.too_many': {
    fi: 'Pääsyavaimia on jo {limit, number}. Poista ensin jokin niistä.',
    sv: 'Det finns redan {limit, number} inloggningsnycklar. Ta först bort någon av dem.',
    en: 'There are {limit, number} passkeys already. Remove one of them first.',
  },
  'second_factor.passkeys_unavailable': {
    fi: 'Pääsyavaimia voi käyttää vain, kun palvelulla on suojattu osoite (https). Käytä todennussovellusta.',
    sv: 'Inloggningsnycklar fungerar bara när tjänsten har en skyddad adress (https). Använd en autentiseringsapp.',
    en: 'Passkeys work only where the service has a secure address (https). Use an authenticator app.',
  },
} as const satisfies Partial<Record<ProblemCode, Record<Locale, string>>>;
