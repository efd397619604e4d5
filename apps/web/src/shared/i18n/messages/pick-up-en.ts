import type { PickUpMessages } from './pick-up-fi.js';

export const enPickUp: PickUpMessages = {
  'pickUp.code': 'Shelf code {code}',
  'pickUp.until': 'Last day to collect it: {day}',
  'pickUp.collect': 'I have collected it',
  'pickUp.collected': 'Collected {when}.',
  'pickUp.disposed': 'Nobody collected it, so it was thrown away ({when}).',
  'shelf.title': 'Pick-up shelf',
  'shelf.overdue': 'Its time was over on {day}',
  'shelf.collect': 'Collected',
  'shelf.dispose': 'Thrown away',
};
