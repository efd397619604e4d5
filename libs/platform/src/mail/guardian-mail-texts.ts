import type { Locale } from '#libs/contracts';
import type { MailText } from './booking-mail-texts.js';

/** What the hub writes to guardians, who may never have heard of it, and to those they are guardians of. */
export const guardianMailTexts = {
  guardianAsked: {
    fi: {
      subject: 'Huoltajan suostumusta pyydetään: {hub}',
      text: 'Hei!\n\n{hasName, select, yes {{child}} other {Nuori}} on kertonut, että olet hänen huoltajansa, ja pyytää suostumustasi digikeskuksen laitteiden käyttöön.\n\nPaikka: {hub}\n\nAlaikäinen tarvitsee huoltajan suostumuksen laitteisiin, joilla on ikäraja, esimerkiksi 3D-tulostimeen. Kun suostut, nuori saa varata ja käyttää näitä laitteita henkilökunnan ohjeiden mukaan. Käyttö on maksutonta.\n\nLue ensin ehdot ja se, miten tietoja käsitellään:\n{termsUrl}\n\nVastaa täällä, et tarvitse tunnusta:\n{url}\n\nLinkki toimii {days, number} päivää ja vain kerran. Voit perua suostumuksen milloin tahansa.\n\nJos et tiedä, kenestä on kyse, sinun ei tarvitse tehdä mitään.',
    },
    sv: {
      subject: 'Begäran om vårdnadshavarens samtycke: {hub}',
      text: 'Hej!\n\n{hasName, select, yes {{child}} other {En ung person}} har uppgett att du är vårdnadshavare och ber om ditt samtycke till att använda digihubbens utrustning.\n\nPlats: {hub}\n\nMinderåriga behöver vårdnadshavarens samtycke till utrustning med åldersgräns, till exempel 3D-skrivare. När du samtycker får barnet boka och använda sådan utrustning enligt personalens anvisningar. Det kostar ingenting.\n\nLäs först villkoren och hur uppgifterna behandlas:\n{termsUrl}\n\nSvara här, du behöver inget konto:\n{url}\n\nLänken gäller i {days, number} dagar och bara en gång. Du kan återkalla samtycket när du vill.\n\nOm du inte vet vem det gäller behöver du inte göra något.',
    },
    en: {
      subject: 'A guardian’s consent is asked for: {hub}',
      text: 'Hello!\n\n{hasName, select, yes {{child}} other {A young person}} has named you as guardian and asks for your consent to use the equipment of the digital hub.\n\nPlace: {hub}\n\nThose who are under age need a guardian’s consent for equipment with an age limit, such as a 3D printer. If you consent, your child may book and use such equipment as the staff instruct. It is free of charge.\n\nFirst read the terms and how the data are handled:\n{termsUrl}\n\nAnswer here; you need no account:\n{url}\n\nThe link works for {days, number} days and only once. You can withdraw your consent at any time.\n\nIf you do not know whom this is about, you need not do anything.',
    },
  },
  guardianConsented: {
    fi: {
      subject: 'Annoit huoltajan suostumuksen: {hub}',
      text: 'Hei!\n\nOlet antanut huoltajan suostumuksen.\n\n{hasName, select, yes {Kenelle: {child}\n} other {}}Paikka: {hub}\n\nKiitos! Säilytä tämä viesti. Voit perua suostumuksen milloin tahansa täällä:\n{url}\n\nPerumisen jälkeen uusia varauksia laitteisiin, joilla on ikäraja, ei voi tehdä ilman uutta suostumusta.',
    },
    sv: {
      subject: 'Du gav ditt samtycke: {hub}',
      text: 'Hej!\n\nDu har gett ditt samtycke som vårdnadshavare.\n\n{hasName, select, yes {För: {child}\n} other {}}Plats: {hub}\n\nTack! Spara det här meddelandet. Du kan återkalla samtycket när du vill här:\n{url}\n\nEfter det går det inte att göra nya bokningar av utrustning med åldersgräns utan ett nytt samtycke.',
    },
    en: {
      subject: 'You gave a guardian’s consent: {hub}',
      text: 'Hello!\n\nYou have given your consent as a guardian.\n\n{hasName, select, yes {For: {child}\n} other {}}Place: {hub}\n\nThank you! Keep this message. You can withdraw the consent at any time here:\n{url}\n\nAfter that, equipment with an age limit cannot be booked anew without another consent.',
    },
  },
  guardianAnswered: {
    fi: {
      subject:
        '{answer, select, consented {Huoltajasi suostui: {hub}} refused {Huoltajasi ei suostunut: {hub}} other {Huoltajasi perui suostumuksen: {hub}}}',
      text: 'Hei!\n\n{answer, select, consented {Huoltajasi on antanut suostumuksensa. Voit nyt varata myös laitteita, joilla on ikäraja.} refused {Huoltajasi ei antanut suostumustaan. Laitteita, joilla on ikäraja, et voi vielä varata. Muut ovat käytössäsi niin kuin ennenkin.} other {Huoltajasi on perunut suostumuksensa. Uusia varauksia laitteisiin, joilla on ikäraja, et voi tehdä. Jo tehdyt varaukset jäävät voimaan, mutta henkilökunta voi olla niistä yhteydessä.}}\n\n{hub}',
    },
    sv: {
      subject:
        '{answer, select, consented {Din vårdnadshavare samtyckte: {hub}} refused {Din vårdnadshavare samtyckte inte: {hub}} other {Din vårdnadshavare återkallade samtycket: {hub}}}',
      text: 'Hej!\n\n{answer, select, consented {Din vårdnadshavare har gett sitt samtycke. Nu kan du också boka utrustning med åldersgräns.} refused {Din vårdnadshavare gav inte sitt samtycke. Du kan inte ännu boka utrustning med åldersgräns. Annan utrustning kan du använda som förut.} other {Din vårdnadshavare har återkallat samtycket. Du kan inte göra nya bokningar av utrustning med åldersgräns. Dina bokningar står kvar, men personalen kan höra av sig om dem.}}\n\n{hub}',
    },
    en: {
      subject:
        '{answer, select, consented {Your guardian consented: {hub}} refused {Your guardian did not consent: {hub}} other {Your guardian withdrew the consent: {hub}}}',
      text: 'Hello!\n\n{answer, select, consented {Your guardian has consented. You can now book equipment with an age limit, too.} refused {Your guardian did not consent. You cannot book equipment with an age limit yet. Everything else is yours to use as before.} other {Your guardian has withdrawn the consent. You cannot make new bookings of equipment with an age limit. What you have booked stays, but the staff may contact you about it.}}\n\n{hub}',
    },
  },
} as const satisfies Record<string, Record<Locale, MailText>>;
