import type { PrinterMessages } from './printers-fi.js';

export const svPrinters: PrinterMessages = {
  'printer.title': 'Skrivare',
  'printer.model': 'Modell',
  'printer.material': 'Material',
  'plate.clear': 'Plattan är tömd',
  'plate.confirmTitle': 'Är plattan tom? {printer}',
  'plate.confirmText': 'Nästa utskrift kan börja genast. Se efter att det inte ligger något på plattan.',
  'plate.confirm': 'Ja, plattan är tom',
  'control.pause': 'Pausa',
  'control.resume': 'Fortsätt',
  'control.cancel': 'Avbryt utskriften',
  'controlTitle.pause': 'Ska utskriften pausas? {printer}',
  'controlTitle.resume': 'Ska utskriften fortsätta? {printer}',
  'controlTitle.cancel': 'Ska utskriften avbrytas helt? {printer}',
  'printers.none': 'Inga skrivare har lagts till.',
  'printers.delays':
    'Bokningen som börjar kl. {start} får vänta: skrivaren blir ledig först ungefär kl. {until}. Den som bokat har fått besked.',
  'printers.endsAt': 'Klar',
};
