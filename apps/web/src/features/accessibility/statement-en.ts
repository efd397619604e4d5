import type { Statement } from './statement.js';

export const statementEn: Statement = {
  lead: 'This statement is about the service Digikeskus: the website, the screen on the hub’s wall and the messages that the service sends. The service is under the Finnish Act on the Provision of Digital Services (306/2019).',
  dated: (date) => `The statement was prepared and reviewed on ${date}.`,
  sections: [
    {
      heading: 'How accessible the service is',
      paragraphs: [
        'The service meets most of the accessibility requirements (WCAG 2.1, levels A and AA). What we know to be missing is listed below.',
      ],
    },
    {
      heading: 'What is not accessible yet',
      paragraphs: ['The following do not meet the requirements in full:'],
      list: [
        'The three-dimensional model of a print and the picture of the nozzle’s way cannot be explored with a screen reader. Size, material, weight, time and number of layers stand beside them as text. (WCAG 1.1.1)',
        'Names and notices that the hub writes itself may be in Finnish alone where the rest of the page is in Swedish or English. (WCAG 3.1.2)',
        'The text of the screen on the wall cannot be resized. The same is on the website, which the screen’s QR code opens. (WCAG 1.4.4)',
        'Files that people send are checked for printing, not for accessibility.',
      ],
    },
    {
      heading: 'How accessibility was assessed',
      paragraphs: [
        'The assessment is that of the people who make the service. With every change pages and dialogs are checked by the tool axe, light and dark, in the size of a phone and of a computer, and the main functions are gone through with the keyboard alone.',
        'No outside expert has assessed the service yet, and it has not been tried together with people who use assistive technology.',
      ],
    },
  ],
  feedback: {
    heading: 'Tell us',
    byMail: 'If something does not work for you, or you need information in another form, write to us:',
    inPerson: 'If something does not work for you, or you need information in another form, tell the staff of the hub:',
    answer: 'We answer within two weeks.',
  },
  supervision: {
    heading: 'If the answer is not enough',
    paragraphs: [
      'If you get no answer within two weeks, or are not content with it, you can file a complaint with the supervising authority or ask it to look into the matter. Its website tells how.',
    ],
    authority: 'Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit',
    linkText: 'saavutettavuusvaatimukset.fi',
    link: 'https://www.saavutettavuusvaatimukset.fi/',
  },
};
