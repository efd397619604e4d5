import type { KeyedHash } from './keyed-hash.js';

const digits = 6;

/**
 * The code by which somebody checks in at the hub's screen. It is worked out from the booking and the server's key, and
 * kept nowhere: whoever reads the database does not learn it.
 * @returns six digits, the same for a booking as long as the server's key is the same
 * @see docs/adr/0045-check-in-codes-and-walk-ups.md
 */
export function checkInCode(keyedHash: KeyedHash, bookingId: string): string {
  // 48 bits: the remainder favours no code by more than one in 280 million.
  const number = keyedHash.of('check-in', bookingId).readUIntBE(0, 6) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** `123456` as people read it; also kept apart from codes for signing in, which are written without a gap. */
export function inGroups(code: string): string {
  return `${code.slice(0, digits / 2)} ${code.slice(digits / 2)}`;
}
