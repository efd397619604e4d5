import type { PickUpMessages } from './pick-up-fi.js';

export const svPickUp: PickUpMessages = {
  'pickUp.code': 'Hyllkod {code}',
  'pickUp.until': 'Sista avhämtningsdag {day}',
  'pickUp.collect': 'Jag har hämtat utskriften',
  'pickUp.collected': 'Hämtad {when}.',
  'pickUp.disposed': 'Utskriften hämtades inte och har kasserats ({when}).',
  'shelf.title': 'Avhämtningshylla',
  'shelf.overdue': 'Avhämtningstiden gick ut {day}',
  'shelf.collect': 'Hämtad',
  'shelf.dispose': 'Kasserad',
};
