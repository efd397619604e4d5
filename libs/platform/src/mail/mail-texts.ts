import type { Locale } from '#libs/contracts';
import { bookingMailTexts, type MailText } from './booking-mail-texts.js';
import { guardianMailTexts } from './guardian-mail-texts.js';
import { securityMailTexts } from './security-mail-texts.js';
import { staffMailTexts } from './staff-mail-texts.js';

/** What the hub writes to people. ICU messages; the parameters are named where the mail is asked for. */
export const mailTexts = {
  ...bookingMailTexts,
  ...guardianMailTexts,
  ...securityMailTexts,
  ...staffMailTexts,
  signInCode: {
    fi: {
      subject: 'Kirjautumiskoodisi on {code}',
      text: 'Hei!\n\nKirjaudu Digikeskukseen koodilla {code}.\nKoodi toimii {minutes, number} minuuttia ja vain kerran.\n\nKirjautumalla hyväksyt käyttöehdot ja tietosuojaselosteen: {termsUrl}\n\nJos et pyytänyt koodia, voit unohtaa tämän viestin.',
    },
    sv: {
      subject: 'Din inloggningskod är {code}',
      text: 'Hej!\n\nLogga in på Digihubben med koden {code}.\nKoden gäller i {minutes, number} minuter och bara en gång.\n\nGenom att logga in godkänner du användarvillkoren och dataskyddsbeskrivningen: {termsUrl}\n\nOm du inte bad om koden kan du glömma det här meddelandet.',
    },
    en: {
      subject: 'Your sign-in code is {code}',
      text: 'Hello!\n\nSign in to Digikeskus with the code {code}.\nIt works for {minutes, number} minutes and only once.\n\nBy signing in you accept the terms of use and the privacy notice: {termsUrl}\n\nIf you did not ask for a code, you can forget this message.',
    },
  },
  accountErased: {
    fi: {
      subject: 'Tietosi on poistettu',
      text: 'Hei!\n\nTietosi on poistettu Digikeskuksesta. Tulevat varauksesi ja jonossa olleet tulosteesi on peruttu, eikä nimeäsi tai osoitettasi enää ole palvelussa. Varmuuskopioista ne häviävät, kun kopiot vanhenevat.\n\nTämä on viimeinen viestimme sinulle. Jos tulet takaisin, aloitat alusta samalla tai eri osoitteella. Kiitos, että kävit!',
    },
    sv: {
      subject: 'Dina uppgifter har raderats',
      text: 'Hej!\n\nDina uppgifter har raderats från Digihubben. Dina kommande bokningar och köande utskrifter är avbokade, och varken ditt namn eller din adress finns kvar i tjänsten. Ur säkerhetskopiorna försvinner de när kopiorna blir för gamla.\n\nDet här är vårt sista meddelande till dig. Om du kommer tillbaka börjar du från början med samma eller en annan adress. Tack för besöket!',
    },
    en: {
      subject: 'Your data have been erased',
      text: 'Hello!\n\nYour data have been erased from Digikeskus. Your coming bookings and queued prints are cancelled, and neither your name nor your address is in the service any more. They disappear from backups as those grow old.\n\nThis is our last message to you. If you come back, you start anew with the same or another address. Thank you for visiting!',
    },
  },
  accountInactive: {
    fi: {
      subject: 'Digikeskus poistaa tietosi {date}',
      text: 'Hei!\n\nEt ole käyttänyt Digikeskusta pitkään aikaan. Emme säilytä tietoja turhaan, joten poistamme ne {date}.\n\nJos haluat pitää tunnuksesi, kirjaudu sisään ennen sitä. Muuta ei tarvita.',
    },
    sv: {
      subject: 'Digihubben raderar dina uppgifter {date}',
      text: 'Hej!\n\nDu har inte använt Digihubben på länge. Vi sparar inga uppgifter i onödan, så vi raderar dem {date}.\n\nOm du vill behålla ditt konto räcker det att du loggar in innan dess.',
    },
    en: {
      subject: 'Digikeskus will erase your data on {date}',
      text: 'Hello!\n\nYou have not used Digikeskus for a long time. We keep nothing without need, so we will erase your data on {date}.\n\nIf you want to keep your account, sign in before then. Nothing else is needed.',
    },
  },
  printApproved: {
    fi: {
      subject: 'Tulosteesi on hyväksytty: {fileName}',
      text: 'Hei!\n\n{fileName} on hyväksytty ja odottaa vuoroaan tulostimelle.\nVoit seurata sitä Omat tulosteet -sivulla.',
    },
    sv: {
      subject: 'Din utskrift är godkänd: {fileName}',
      text: 'Hej!\n\n{fileName} är godkänd och väntar på sin tur till skrivaren.\nDu kan följa den på sidan Mina utskrifter.',
    },
    en: {
      subject: 'Your print is approved: {fileName}',
      text: 'Hello!\n\n{fileName} is approved and waits for its turn on a printer.\nYou can follow it on the page My prints.',
    },
  },
  printReturned: {
    fi: {
      subject: 'Tulosteesi kaipaa muutosta: {fileName}',
      text: 'Hei!\n\nHenkilökunta pyytää muutosta tulosteeseen {fileName}:\n\n{reason}',
    },
    sv: {
      subject: 'Din utskrift behöver ändras: {fileName}',
      text: 'Hej!\n\nPersonalen ber om en ändring i {fileName}:\n\n{reason}',
    },
    en: {
      subject: 'Your print needs a change: {fileName}',
      text: 'Hello!\n\nThe staff ask for a change to {fileName}:\n\n{reason}',
    },
  },
  printFileRefused: {
    fi: {
      subject: 'Tiedostoa ei voi tulostaa sellaisenaan: {fileName}',
      text: 'Hei!\n\nTarkistimme tiedoston {fileName}, eikä sitä voi tulostaa sellaisenaan.\n\n{reason}\n\nTarkemmat tiedot ovat Omat tulosteet -sivulla. Voit lähettää tilalle korjatun tiedoston.',
    },
    sv: {
      subject: 'Filen kan inte skrivas ut som den är: {fileName}',
      text: 'Hej!\n\nVi har kontrollerat filen {fileName}, och den kan inte skrivas ut som den är.\n\n{reason}\n\nMer information finns på sidan Mina utskrifter. Du kan skicka en rättad fil i stället.',
    },
    en: {
      subject: 'The file cannot be printed as it is: {fileName}',
      text: 'Hello!\n\nWe have checked {fileName}, and it cannot be printed as it is.\n\n{reason}\n\nThe page My prints says more. You can send a corrected file instead.',
    },
  },
  printRejected: {
    fi: {
      subject: 'Tulostetta ei voi tulostaa: {fileName}',
      text: 'Hei!\n\nTiedostoa {fileName} ei voi tulostaa meillä:\n\n{reason}',
    },
    sv: {
      subject: 'Utskriften kan inte göras: {fileName}',
      text: 'Hej!\n\nVi kan inte skriva ut {fileName}:\n\n{reason}',
    },
    en: {
      subject: 'Your print cannot be made: {fileName}',
      text: 'Hello!\n\nWe cannot print {fileName}:\n\n{reason}',
    },
  },
  printReady: {
    fi: {
      subject: 'Tulosteesi on valmis: {fileName}',
      text: 'Hei!\n\n{fileName} odottaa sinua noutohyllyssä.\n\nHyllykoodi: {shelfCode}\n{hub}\nNouda viimeistään {until}',
    },
    sv: {
      subject: 'Din utskrift är klar: {fileName}',
      text: 'Hej!\n\n{fileName} väntar på dig på avhämtningshyllan.\n\nHyllkod: {shelfCode}\n{hub}\nHämta senast {until}',
    },
    en: {
      subject: 'Your print is ready: {fileName}',
      text: 'Hello!\n\n{fileName} waits for you on the pick-up shelf.\n\nShelf code: {shelfCode}\n{hub}\nPlease collect it by {until}',
    },
  },
  printWaits: {
    fi: {
      subject: 'Muistutus: tulosteesi odottaa noutoa: {fileName}',
      text: 'Hei!\n\n{fileName} on yhä noutohyllyssä.\n\nHyllykoodi: {shelfCode}\n{hub}\n\nNouda se viimeistään {until}, sillä sen jälkeen joudumme hävittämään sen.',
    },
    sv: {
      subject: 'Påminnelse: din utskrift väntar: {fileName}',
      text: 'Hej!\n\n{fileName} finns fortfarande på avhämtningshyllan.\n\nHyllkod: {shelfCode}\n{hub}\n\nHämta den senast {until}; därefter måste vi kassera den.',
    },
    en: {
      subject: 'Reminder: your print is waiting: {fileName}',
      text: 'Hello!\n\n{fileName} is still on the pick-up shelf.\n\nShelf code: {shelfCode}\n{hub}\n\nPlease collect it by {until}; after that we have to throw it away.',
    },
  },
  printFailed: {
    fi: {
      subject: 'Tulostus epäonnistui: {fileName}',
      text: 'Hei!\n\n{fileName} ei tulostunut loppuun. Henkilökunta katsoo sitä ja voi käynnistää sen uudelleen; sinun ei tarvitse tehdä mitään.',
    },
    sv: {
      subject: 'Utskriften misslyckades: {fileName}',
      text: 'Hej!\n\n{fileName} blev inte klar. Personalen tittar på den och kan starta den på nytt; du behöver inte göra något.',
    },
    en: {
      subject: 'The print failed: {fileName}',
      text: 'Hello!\n\n{fileName} did not finish. The staff are looking at it and can start it again; you need not do anything.',
    },
  },
  printCancelled: {
    fi: {
      subject: 'Tulosteesi on peruttu: {fileName}',
      text: 'Hei!\n\nHenkilökunta on perunut tulosteen {fileName}. Kysy syytä digikeskuksesta; sen voi aloittaa uudelleen samasta tiedostosta.',
    },
    sv: {
      subject: 'Din utskrift är avbruten: {fileName}',
      text: 'Hej!\n\nPersonalen har avbrutit utskriften {fileName}. Fråga på digihubben varför; den kan startas på nytt från samma fil.',
    },
    en: {
      subject: 'Your print was cancelled: {fileName}',
      text: 'Hello!\n\nThe staff have cancelled {fileName}. Ask at the hub why; it can be started again from the same file.',
    },
  },
} as const satisfies Record<string, Record<Locale, MailText>>;

export type MailTemplate = keyof typeof mailTexts;
