import fc from 'fast-check';
import { readRecoveryCode, recoveryCodeLength, writeRecoveryCode } from './recovery-code.js';

const randomBytes = fc.uint8Array({ minLength: recoveryCodeLength, maxLength: recoveryCodeLength });

describe('a recovery code', () => {
  it('is two groups of five', () => {
    expect(writeRecoveryCode(new Uint8Array([0, 1, 2, 3, 4, 31, 32, 33, 254, 255]))).toBe('01234-z01yz');
  });

  it('is the same however it is typed from paper', () => {
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        const shown = writeRecoveryCode(bytes);
        const sloppy = ` ${shown.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'l').replace('-', ' ')}`;
        expect(readRecoveryCode(sloppy)).toBe(shown.replace('-', ''));
      }),
    );
  });
});
