/** What printers are called, what they do, and what staff do with them. */
export const fiPrinters = {
  'printer.title': 'Tulostin',
  'printer.model': 'Malli',
  'printer.material': 'Materiaali',
  'plate.clear': 'Tulostusalusta tyhjennetty',
  'plate.confirmTitle': 'Onko alusta tyhjä? {printer}',
  'plate.confirmText': 'Seuraava tulostus voi alkaa heti. Varmista, että alustalla ei ole mitään.',
  'plate.confirm': 'Kyllä, alusta on tyhjä',
  'control.pause': 'Tauko',
  'control.resume': 'Jatka',
  'control.cancel': 'Keskeytä tulostus',
  'controlTitle.pause': 'Pysäytetäänkö tulostus tauolle? {printer}',
  'controlTitle.resume': 'Jatketaanko tulostusta? {printer}',
  'controlTitle.cancel': 'Keskeytetäänkö tulostus kokonaan? {printer}',
  'printers.none': 'Tulostimia ei ole lisätty.',
  'printers.delays':
    'Kello {start} alkava varaus odottaa: tulostin vapautuu vasta noin kello {until}. Varaajalle on kerrottu.',
  'printers.endsAt': 'Valmis',
} as const;

export type PrinterMessages = Record<keyof typeof fiPrinters, string>;
