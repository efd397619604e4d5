import type { TermsTexts } from './terms.js';

export const termsSv: TermsTexts = {
  terms: {
    title: 'Användarvillkor',
    sections: [
      {
        heading: 'För vem',
        text: 'Digihubben är öppen för alla och gratis att använda. Minderåriga behöver vårdnadshavarens samtycke för viss utrustning.',
      },
      {
        heading: 'Bokningar',
        text: 'Kom i tid och avboka om du får förhinder. Om du inte checkar in när bokningen börjar blir tiden ledig för andra.',
      },
      {
        heading: 'Utrustning och lokaler',
        text: 'Använd utrustningen enligt anvisningarna och berätta genast för personalen om något går sönder. Lämna platsen i det skick du själv vill hitta den. Den som förstör utrustning med avsikt kan bli ersättningsskyldig.',
      },
      {
        heading: '3D-utskrifter',
        text: 'Varje fil kontrolleras före utskrift. Kontrollen görs av ett program och oftast även av personalen; hubben kan godkänna små utskrifter automatiskt. Vi skriver inte ut vapen eller vapendelar och inte heller något som strider mot lagen eller kränker andras rättigheter. Du ansvarar för att du får skriva ut den modell du skickar.',
      },
      {
        heading: 'Om villkoren inte följs',
        text: 'Personalen kan begränsa din rätt att boka för en viss tid. Du får alltid veta orsaken och när begränsningen upphör.',
      },
    ],
  },
  privacy: {
    title: 'Dataskyddsbeskrivning',
    sections: [
      {
        heading: 'Personuppgiftsansvarig',
        text: 'Kommunen som driver digihubben ansvarar för dina uppgifter. Kontaktuppgifterna finns på digihubben och på kommunens webbplats.',
      },
      {
        heading: 'Vilka uppgifter vi behandlar',
        text: 'E-postadress, namn och språk, bokningar och utskrifter, introduktioner samt uppgifter om inloggningar. Födelsedatum antecknar vi bara om utrustningen har en åldersgräns.',
      },
      {
        heading: 'Varför och på vilken grund',
        text: 'Vi behöver uppgifterna för att du ska kunna boka och skriva ut och för att utrustningen ska räcka till alla. Behandlingen grundar sig på kommunens uppgift av allmänt intresse. Statistiken innehåller inga namn.',
      },
      {
        heading: 'Vem som ser uppgifterna',
        text: 'Digihubbens personal i sitt arbete; det antecknas när uppgifter läses. Andra användare och skärmen i entrén visar inga namn. Uppgifterna säljs inte och används inte för reklam.',
      },
      {
        heading: 'Hur länge',
        text: 'Utskriftsfiler raderas 30 dagar efter att utskriften blivit klar. Om du inte använder tjänsten på två år varnar vi dig och avidentifierar sedan dina uppgifter.',
      },
      {
        heading: 'Dina rättigheter',
        text: 'På sidan Mina uppgifter kan du se, rätta, ladda ner och radera dina uppgifter. Du kan också kontakta kommunens dataskyddsombud eller klaga hos dataombudsmannen (tietosuoja.fi).',
      },
      {
        heading: 'Kakor',
        text: 'Vi använder bara kakor som inloggningen behöver. Ingen spårning sker.',
      },
    ],
  },
};
