import type { PrinterMessages } from './printers-fi.js';

export const enPrinters: PrinterMessages = {
  'printer.title': 'Printer',
  'printer.model': 'Model',
  'printer.material': 'Material',
  'plate.clear': 'Plate cleared',
  'plate.confirmTitle': 'Is the plate empty? {printer}',
  'plate.confirmText': 'The next print may start at once. Make sure that nothing is on the plate.',
  'plate.confirm': 'Yes, the plate is empty',
  'control.pause': 'Pause',
  'control.resume': 'Resume',
  'control.cancel': 'Cancel the print',
  'controlTitle.pause': 'Pause the print? {printer}',
  'controlTitle.resume': 'Resume the print? {printer}',
  'controlTitle.cancel': 'Cancel the whole print? {printer}',
  'printers.none': 'No printers have been added.',
  'printers.delays':
    'The booking at {start} has to wait: the printer will be free at about {until}. Whoever booked it has been told.',
  'printers.endsAt': 'Ready',
};
