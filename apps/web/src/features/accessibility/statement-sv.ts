import type { Statement } from './statement.js';

export const statementSv: Statement = {
  lead: 'Det här utlåtandet gäller tjänsten Digikeskus: webbplatsen, skärmen på digihubbens vägg och de meddelanden som tjänsten skickar. Tjänsten omfattas av lagen om tillhandahållande av digitala tjänster (306/2019).',
  dated: (date) => `Utlåtandet har utarbetats och granskats ${date}.`,
  sections: [
    {
      heading: 'Hur tillgänglig tjänsten är',
      paragraphs: [
        'Tjänsten uppfyller till stor del tillgänglighetskraven (WCAG 2.1, nivåerna A och AA). De brister vi känner till finns i listan nedan.',
      ],
    },
    {
      heading: 'Vad som ännu inte är tillgängligt',
      paragraphs: ['Följande uppfyller inte kraven till alla delar:'],
      list: [
        'Utskriftens tredimensionella modell och bilden av munstyckets bana är bilder som inte kan utforskas med skärmläsare. Bredvid dem finns storlek, material, vikt, tid och antal lager som text. (WCAG 1.1.1)',
        'Namn och meddelanden som digihubben själv skriver kan finnas bara på finska fast resten av sidan är på svenska eller engelska. (WCAG 3.1.2)',
        'Textens storlek på väggskärmen kan inte ändras. Samma uppgifter och funktioner finns på webbplatsen, som öppnas med skärmens QR-kod. (WCAG 1.4.4)',
        'Filer som användarna skickar granskas för utskrift, inte för tillgänglighet.',
      ],
    },
    {
      heading: 'Hur tillgängligheten har bedömts',
      paragraphs: [
        'Bedömningen är gjord av dem som utvecklar tjänsten. Sidor och dialogrutor granskas automatiskt med verktyget axe vid varje ändring, i ljust och mörkt utseende och i telefonens och datorns storlek, och de viktigaste funktionerna provas med enbart tangentbord.',
        'Ingen utomstående expert har ännu bedömt tjänsten, och den har inte provats tillsammans med användare av hjälpmedel.',
      ],
    },
  ],
  feedback: {
    heading: 'Ge respons',
    byMail: 'Om något inte fungerar eller om du behöver uppgifter i en annan form, skriv till oss:',
    inPerson:
      'Om något inte fungerar eller om du behöver uppgifter i en annan form, berätta det för digihubbens personal:',
    answer: 'Vi svarar inom två veckor.',
  },
  supervision: {
    heading: 'Om svaret inte räcker',
    paragraphs: [
      'Om du inte får svar inom två veckor eller inte är nöjd med svaret kan du anföra tillgänglighetsklagan eller begära utredning hos tillsynsmyndigheten. På myndighetens webbplats berättas hur det går till och hur ärendet behandlas.',
    ],
    authority: 'Transport- och kommunikationsverket Traficom, enheten för tillsyn över digital tillgänglighet',
    linkText: 'saavutettavuusvaatimukset.fi',
    link: 'https://www.saavutettavuusvaatimukset.fi/',
  },
};
