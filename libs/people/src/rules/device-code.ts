/** How long a code is shown and works. */
export const pairingLifetimeMinutes = 10;

/** Wrong codes that one administrator may enter within `tryWindowMinutes`. */
export const maxCodeTries = 10;
export const tryWindowMinutes = 10;

/** Read across a room and typed by hand: no 0 and O, no 1, I and L, no 5 and S, no 8 and B, no U and V. */
const alphabet = '234679ACDEFGHJKMNPQRTWXYZ';
const codeLength = 8;

/**
 * @param below gives a random whole number from 0 to below its argument, each as likely as the others
 * @returns eight letters and digits in two groups, such as `K7QP-3MX2`
 */
export function newDeviceCode(below: (limit: number) => number): string {
  const letters = Array.from({ length: codeLength }, () => alphabet[below(alphabet.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The code however a person has typed it: small letters, spaces and hyphens do not matter. */
export function normaliseDeviceCode(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
