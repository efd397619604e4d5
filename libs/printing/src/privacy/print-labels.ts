/** What people call the data of a print. */
export const printLabels = {
  id: { fi: 'Tunniste', sv: 'Identifierare', en: 'Identifier' },
  hub: { fi: 'Digikeskus', sv: 'Digihubb', en: 'Hub' },
  status: { fi: 'Tila', sv: 'Status', en: 'State' },
  fileName: { fi: 'Tiedosto', sv: 'Fil', en: 'File' },
  sizeBytes: { fi: 'Koko, tavua', sv: 'Storlek, byte', en: 'Size, bytes' },
  material: { fi: 'Materiaali', sv: 'Material', en: 'Material' },
  note: { fi: 'Viestisi', sv: 'Ditt meddelande', en: 'Your note' },
  reviewReason: { fi: 'Henkilökunnan vastaus', sv: 'Personalens svar', en: 'Answer of the staff' },
  queueMoveReason: {
    fi: 'Miksi paikkaa jonossa muutettiin',
    sv: 'Varför platsen i kön ändrades',
    en: 'Why its place in the queue was changed',
  },
  analysis: { fi: 'Mitä tiedostosta luettiin', sv: 'Vad som lästes ur filen', en: 'What was read from the file' },
  attempts: { fi: 'Tulostuskerrat', sv: 'Utskriftsförsök', en: 'Attempts' },
  printer: { fi: 'Tulostin', sv: 'Skrivare', en: 'Printer' },
  startedAt: { fi: 'Alkoi', sv: 'Började', en: 'Began' },
  endedAt: { fi: 'Päättyi', sv: 'Slutade', en: 'Ended' },
  filamentGrams: { fi: 'Filamenttia kului, g', sv: 'Filament som gick åt, g', en: 'Filament used, g' },
  createdAt: { fi: 'Lähetetty', sv: 'Skickad', en: 'Sent' },
};
