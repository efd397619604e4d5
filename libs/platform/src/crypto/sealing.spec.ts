import fc from 'fast-check';
import { Config } from '../config/config.js';
import { Sealing } from './sealing.js';

const sealingUnder = (secretKey: string) =>
  new Sealing(
    Config.parse({
      DATABASE_URL: 'postgres://127.0.0.1/none',
      MQTT_URL: 'mqtt://127.0.0.1:1',
      SECRET_KEY: secretKey,
      DEMO: 'true',
    }),
  );
const sealing = sealingUnder('k'.repeat(32));
const secret = Buffer.from('a secret of somebody');

/** What OpenSSL says about a tag that does not fit. */
const refused = /unable to authenticate/;

describe('a sealed secret', () => {
  it('opens to what was sealed, whatever that was', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, owner) => {
        const sealed = sealing.seal('test', owner, Buffer.from(bytes));
        expect(sealing.open('test', owner, sealed)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('looks different each time and never like the secret', () => {
    const [first, second] = [sealing.seal('test', 'a', secret), sealing.seal('test', 'a', secret)];
    expect(first).not.toEqual(second);
    expect(first.includes(secret)).toBe(false);
  });

  it('opens for nobody else, for no other purpose, under no other key, and not when it was changed', () => {
    const sealed = sealing.seal('test', 'a', secret);
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    expect(() => sealing.open('test', 'b', sealed)).toThrow(refused);
    expect(() => sealing.open('other', 'a', sealed)).toThrow(refused);
    expect(() => sealingUnder('x'.repeat(32)).open('test', 'a', sealed)).toThrow(refused);
    expect(() => sealing.open('test', 'a', changed)).toThrow(refused);
    expect(sealing.open('test', 'a', sealed)).toEqual(secret);
  });
});
