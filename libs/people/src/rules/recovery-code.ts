/** How many codes a person gets at once. */
export const recoveryCodeCount = 10;

/** Characters of one code, five bits each. */
export const recoveryCodeLength = 10;

/** Crockford's base 32: nothing that looks like something else. https://www.crockford.com/base32.html */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Writes a code as it is shown, in two groups: `x7k2m-90qpd`.
 * @param random at least `recoveryCodeLength` random bytes
 */
export function writeRecoveryCode(random: Uint8Array): string {
  // 256 is a multiple of 32, so every character is equally likely.
  const characters = Array.from(random.subarray(0, recoveryCodeLength), (byte) => alphabet.charAt(byte % 32)).join('');
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}

/** Reads what somebody typed from paper: letters that look like digits, capitals, spaces and dashes do not matter. */
export function readRecoveryCode(typed: string): string {
  return typed
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
}
