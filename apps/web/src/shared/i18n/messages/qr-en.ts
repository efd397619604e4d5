import type { QrMessages } from './qr-fi.js';

export const enQr: QrMessages = {
  'qr.title': 'QR codes',
  'qr.lead':
    'Print, cut and put up beside the thing. The code leads to booking, to how things stand, and to reporting a fault.',
  'qr.print': 'Print the sheet',
  'qr.whatPrinter': 'Look, send a print, or report a fault',
  'qr.none': 'Nothing has been added yet.',
  'qr.codeOf': 'QR code: {name}',
  'qr.what': 'Book, look, or report a fault',
};
