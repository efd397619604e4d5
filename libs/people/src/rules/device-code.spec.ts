import fc from 'fast-check';
import { newDeviceCode, normaliseDeviceCode } from './device-code.js';

const codes = fc
  .array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 8, maxLength: 8 })
  .map((rolls) => newDeviceCode((limit) => Math.floor((rolls.pop() ?? 0) * limit)));

describe('a device’s code', () => {
  it('has no letter that could be taken for another', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[234679ACDEFGHJKMNPQRTWXYZ]{4}-[234679ACDEFGHJKMNPQRTWXYZ]{4}$/);
      }),
    );
  });

  it('is the same however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (const typed of [code, code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `]) {
          expect(normaliseDeviceCode(typed)).toBe(code);
        }
      }),
    );
  });

  it('is not another one with a letter more', () => {
    expect(normaliseDeviceCode('K7QP-3MX2A')).not.toBe(normaliseDeviceCode('K7QP-3MX2'));
  });
});
