import type { TermsTexts } from './terms.js';

export const termsEn: TermsTexts = {
  terms: {
    title: 'Terms of use',
    sections: [
      {
        heading: 'For whom',
        text: 'The hub is open to everyone and free of charge. Some equipment asks for a guardian’s consent when you are under age.',
      },
      {
        heading: 'Bookings',
        text: 'Come on time, and cancel when you cannot. If you do not check in when your booking starts, the time goes to others.',
      },
      {
        heading: 'Equipment and rooms',
        text: 'Use the equipment as instructed and tell the staff at once when something breaks. Leave the place as you would like to find it. Damage done on purpose may have to be paid for.',
      },
      {
        heading: '3D prints',
        text: 'Every file is checked before it is printed: by a program, and usually by the staff as well; a hub may approve small prints automatically. We print no weapons or parts of them, and nothing that is unlawful or violates the rights of others. You answer for being allowed to print the model you send.',
      },
      {
        heading: 'When the terms are not kept',
        text: 'The staff may limit your bookings for a time. You are always told why, and when the limit ends.',
      },
    ],
  },
  privacy: {
    title: 'Privacy notice',
    sections: [
      {
        heading: 'Who is responsible',
        text: 'The town that runs the hub is responsible for your data. You find how to reach it at the hub and on the town’s web site.',
      },
      {
        heading: 'What we keep',
        text: 'Your e-mail address, name and language, bookings and prints, inductions, and when and where you signed in. We write down a date of birth only when equipment has an age limit.',
      },
      {
        heading: 'Why, and on what ground',
        text: 'We need the data so that you can book and print, and so that there is enough for everyone. The ground is the town’s task in the public interest. Statistics contain no names.',
      },
      {
        heading: 'Who sees it',
        text: 'The staff of the hub at work; it is written down when they look. Other users and the screen in the hall see no names. Data are not sold and not used for advertising.',
      },
      {
        heading: 'For how long',
        text: 'Print files are deleted 30 days after the print is done. If you do not use the service for two years, we warn you and then make your data anonymous.',
      },
      {
        heading: 'Your rights',
        text: 'On the page My details you can see, correct, download and delete your data. You may also write to the town’s data protection officer, or complain to the Data Protection Ombudsman (tietosuoja.fi).',
      },
      {
        heading: 'Cookies',
        text: 'We use only the cookies that signing in needs. Nobody is tracked.',
      },
    ],
  },
};
