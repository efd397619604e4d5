import type { QrMessages } from './qr-fi.js';

export const svQr: QrMessages = {
  'qr.title': 'QR-koder',
  'qr.lead': 'Skriv ut, klipp och fäst vid utrustningen. Med koden kan man boka, se läget och anmäla fel.',
  'qr.print': 'Skriv ut arket',
  'qr.whatPrinter': 'Se läget, skicka en utskrift eller anmäl fel',
  'qr.none': 'Ingen utrustning har lagts till än.',
  'qr.codeOf': 'QR-kod: {name}',
  'qr.what': 'Boka, se läget eller anmäl fel',
};
