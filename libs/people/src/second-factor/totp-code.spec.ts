import { describeTotp, newTotpSecret, stepOf } from './totp-code.js';

/** The secret and the codes of RFC 6238, appendix B; the last six of their eight digits. */
const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at %d seconds is the one of the standard', (seconds, code) => {
    expect(stepOf(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('is taken one step early and one step late, and told apart', () => {
    expect(stepOf(secret, '287082', at(29))).toBe(1);
    expect(stepOf(secret, '287082', at(60))).toBe(1);
    expect(stepOf(secret, '287082', at(89))).toBe(1);
    expect(stepOf(secret, '287082', at(90))).toBeUndefined();
  });

  it('of somebody else is none', () => {
    expect(stepOf(newTotpSecret(), '287082', at(59))).toBeUndefined();
  });

  it('is set up by an address that apps read', () => {
    const { secret: text, uri } = describeTotp(secret, 'staff@digikeskus.example');
    expect(text).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(new URL(uri).searchParams.get('secret')).toBe(text);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Digikeskus:staff%40digikeskus\.example\?issuer=Digikeskus&/);
  });
});
