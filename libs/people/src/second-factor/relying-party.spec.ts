import { relyingPartyOf } from './relying-party.js';

describe('passkeys', () => {
  it.each([
    ['https://hubi.example.fi', 'hubi.example.fi', 'https://hubi.example.fi'],
    ['https://hubi.example.fi:8443/', 'hubi.example.fi', 'https://hubi.example.fi:8443'],
    ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
  ])('of %s are bound to it', (url, id, origin) => {
    expect(relyingPartyOf(url)).toEqual({ id, origin });
  });

  it.each(['http://127.0.0.1:3000', 'https://192.0.2.1', 'https://[::1]:3000', 'http://hubi.example.fi'])(
    'are not possible at %s',
    (url) => {
      expect(relyingPartyOf(url)).toBeUndefined();
    },
  );
});
