import type { Locale } from '#libs/contracts';
import type { MailText } from './booking-mail-texts.js';

/** What the hub writes to people about their second factors, so that a stranger cannot change them unnoticed. */
export const securityMailTexts = {
  secondFactorAdded: {
    fi: {
      subject: '{method, select, passkey {Uusi pääsyavain on käytössä} other {Todennussovellus on käytössä}}',
      text: 'Hei!\n\n{method, select, passkey {Tunnuksellesi lisättiin pääsyavain.} other {Tunnuksellesi otettiin käyttöön todennussovellus.}} Sitä kysytään tästä lähtien, kun kirjaudut Digikeskukseen.\n\nJos et tehnyt tätä itse, ota heti yhteyttä digikeskuksen henkilökuntaan.',
    },
    sv: {
      subject: '{method, select, passkey {En ny inloggningsnyckel används} other {En autentiseringsapp används}}',
      text: 'Hej!\n\n{method, select, passkey {En inloggningsnyckel lades till för ditt konto.} other {En autentiseringsapp togs i bruk för ditt konto.}} Från och med nu frågar vi efter den när du loggar in på Digihubben.\n\nOm det inte var du, kontakta genast personalen på digihubben.',
    },
    en: {
      subject: '{method, select, passkey {A new passkey is in use} other {An authenticator app is in use}}',
      text: 'Hello!\n\n{method, select, passkey {A passkey was added to your account.} other {An authenticator app was set up for your account.}} From now on you will be asked for it when you sign in to Digikeskus.\n\nIf this was not you, contact the staff of the hub at once.',
    },
  },
  secondFactorRemoved: {
    fi: {
      subject: '{method, select, passkey {Pääsyavain on poistettu} other {Todennussovellus on poistettu käytöstä}}',
      text: 'Hei!\n\n{method, select, passkey {Tunnukseltasi poistettiin pääsyavain.} other {Tunnukseltasi poistettiin todennussovellus.}} Sillä ei voi enää kirjautua Digikeskukseen.\n\nJos et tehnyt tätä itse, ota heti yhteyttä digikeskuksen henkilökuntaan.',
    },
    sv: {
      subject:
        '{method, select, passkey {En inloggningsnyckel har tagits bort} other {Autentiseringsappen har tagits bort}}',
      text: 'Hej!\n\n{method, select, passkey {En inloggningsnyckel togs bort från ditt konto.} other {Autentiseringsappen togs bort från ditt konto.}} Den går inte längre att använda för att logga in på Digihubben.\n\nOm det inte var du, kontakta genast personalen på digihubben.',
    },
    en: {
      subject: '{method, select, passkey {A passkey was removed} other {The authenticator app was removed}}',
      text: 'Hello!\n\n{method, select, passkey {A passkey was removed from your account.} other {The authenticator app was removed from your account.}} It can no longer be used to sign in to Digikeskus.\n\nIf this was not you, contact the staff of the hub at once.',
    },
  },
  secondFactorReset: {
    fi: {
      subject: 'Kaksivaiheinen tunnistautuminen on nollattu',
      text: 'Hei!\n\nDigikeskuksen pääkäyttäjä poisti tunnukseltasi pääsyavaimet, todennussovelluksen ja palautuskoodit. Sinut kirjattiin samalla ulos kaikilta laitteilta.\n\nKirjaudu uudelleen sähköpostiin tulevalla koodilla ja ota kaksivaiheinen tunnistautuminen taas käyttöön.\n\nJos et pyytänyt tätä, ota heti yhteyttä digikeskuksen henkilökuntaan.',
    },
    sv: {
      subject: 'Tvåstegsverifieringen har återställts',
      text: 'Hej!\n\nEn administratör på digihubben tog bort inloggningsnycklarna, autentiseringsappen och reservkoderna från ditt konto. Samtidigt loggades du ut på alla enheter.\n\nLogga in igen med koden som kommer till din e-post och ta tvåstegsverifieringen i bruk på nytt.\n\nOm du inte bad om det här, kontakta genast personalen på digihubben.',
    },
    en: {
      subject: 'Your two-step sign-in was reset',
      text: 'Hello!\n\nAn administrator of the hub removed the passkeys, the authenticator app and the recovery codes from your account. You were signed out on all devices.\n\nSign in again with the code that comes by e-mail and set up two-step sign-in anew.\n\nIf you did not ask for this, contact the staff of the hub at once.',
    },
  },
  secondFactorPaused: {
    fi: {
      subject: 'Tunnuksellasi on yritetty kirjautua väärillä koodeilla',
      text: 'Hei!\n\nJoku on syöttänyt oikean sähköpostikoodin, mutta kaksivaiheisen tunnistautumisen koodi on ollut väärä liian monta kertaa. Uusi yritys onnistuu {minutes, number} minuutin kuluttua ensimmäisestä.\n\nJos se et ollut sinä, joku pääsee lukemaan sähköpostiasi. Vaihda sähköpostisi salasana ja kerro asiasta digikeskuksen henkilökunnalle.',
    },
    sv: {
      subject: 'Någon har försökt logga in på ditt konto med fel koder',
      text: 'Hej!\n\nNågon har angett rätt kod från e-posten, men koden för tvåstegsverifieringen har varit fel för många gånger. Det går att försöka igen {minutes, number} minuter efter det första försöket.\n\nOm det inte var du kan någon läsa din e-post. Byt lösenord till e-posten och berätta för personalen på digihubben.',
    },
    en: {
      subject: 'Somebody tried to sign in to your account with wrong codes',
      text: 'Hello!\n\nSomebody entered the right code from your e-mail, but the code of the second step was wrong too many times. Another try is possible {minutes, number} minutes after the first one.\n\nIf it was not you, somebody can read your e-mail. Change the password of your mailbox and tell the staff of the hub.',
    },
  },
  recoveryCodesCreated: {
    fi: {
      subject: 'Sinulle luotiin uudet palautuskoodit',
      text: 'Hei!\n\nTunnuksellesi luotiin uudet palautuskoodit. Vanhat koodit eivät enää toimi. Säilytä uudet turvallisessa paikassa.\n\nJos et tehnyt tätä itse, ota heti yhteyttä digikeskuksen henkilökuntaan.',
    },
    sv: {
      subject: 'Nya reservkoder har skapats',
      text: 'Hej!\n\nNya reservkoder skapades för ditt konto. De gamla koderna fungerar inte längre. Förvara de nya på ett säkert ställe.\n\nOm det inte var du, kontakta genast personalen på digihubben.',
    },
    en: {
      subject: 'New recovery codes were made',
      text: 'Hello!\n\nNew recovery codes were made for your account. The old ones no longer work. Keep the new ones in a safe place.\n\nIf this was not you, contact the staff of the hub at once.',
    },
  },
  recoveryCodeUsed: {
    fi: {
      subject: 'Kirjauduit palautuskoodilla',
      text: 'Hei!\n\nTunnuksellasi kirjauduttiin palautuskoodilla. {left, plural, =0 {Koodeja ei ole enää jäljellä, joten luo uudet omissa tiedoissasi.} one {Jäljellä on vielä yksi koodi. Luo uudet koodit omissa tiedoissasi.} other {Käyttämättömiä koodeja on jäljellä #.}}\n\nJos se et ollut sinä, ota heti yhteyttä digikeskuksen henkilökuntaan.',
    },
    sv: {
      subject: 'Du loggade in med en reservkod',
      text: 'Hej!\n\nNågon loggade in på ditt konto med en reservkod. {left, plural, =0 {Det finns inga koder kvar, så skapa nya bland dina uppgifter.} one {Det finns en kod kvar. Skapa nya koder bland dina uppgifter.} other {Det finns # oanvända koder kvar.}}\n\nOm det inte var du, kontakta genast personalen på digihubben.',
    },
    en: {
      subject: 'You signed in with a recovery code',
      text: 'Hello!\n\nA recovery code was used to sign in to your account. {left, plural, =0 {There are no codes left: make new ones in your details.} one {One code is left. Make new ones in your details.} other {There are # unused codes left.}}\n\nIf it was not you, contact the staff of the hub at once.',
    },
  },
} as const satisfies Record<string, Record<Locale, MailText>>;
