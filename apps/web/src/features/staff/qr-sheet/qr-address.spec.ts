import { qrAddress } from './qr-address.js';

const printer = { id: '0190-a', slug: 'printer-1', hub: 'viitasaari', category: 'printer' } as const;
const studio = { id: '0190-b', slug: 'studio', hub: 'viitasaari', category: 'room' } as const;

describe('the code on a thing', () => {
  it('leads to the printer’s or the thing’s own page', () => {
    const addressOf = qrAddress('https://hub.example', { isOnlyHub: true });
    expect([addressOf(printer), addressOf(studio)]).toEqual([
      'https://hub.example/p/printer-1',
      'https://hub.example/r/studio',
    ]);
  });

  it('says which hub is meant where a town has several', () => {
    const addressOf = qrAddress('https://hub.example', { isOnlyHub: false });
    expect([addressOf(printer), addressOf(studio)]).toEqual([
      'https://hub.example/p/0190-a',
      'https://hub.example/r/studio?hub=viitasaari',
    ]);
  });
});
