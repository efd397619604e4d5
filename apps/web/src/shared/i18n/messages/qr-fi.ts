/** What is said about the codes on things. */
export const fiQr = {
  'qr.title': 'QR-koodit',
  'qr.lead':
    'Tulosta, leikkaa ja kiinnitä laitteen viereen. Koodista pääsee varaamaan, näkee tilanteen ja voi ilmoittaa viasta.',
  'qr.print': 'Tulosta arkki',
  'qr.whatPrinter': 'Katso tilanne, lähetä tuloste tai ilmoita viasta',
  'qr.none': 'Laitteita ei ole vielä lisätty.',
  'qr.codeOf': 'QR-koodi: {name}',
  'qr.what': 'Varaa, katso tilanne tai ilmoita viasta',
} as const;

export type QrMessages = Record<keyof typeof fiQr, string>;
