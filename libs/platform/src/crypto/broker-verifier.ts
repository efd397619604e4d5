import { pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

const scheme = '7';
/** Mosquitto's own default. Our passwords have 256 random bits, so more rounds would protect nothing. */
const iterations = 101;
/** The only length that Mosquitto reads. */
const saltBytes = 12;
const hashBytes = 64;

/**
 * What a broker needs to know a password by, and cannot be turned back into it: PBKDF2 with SHA-512 in the form of
 * Mosquitto's password file, `$7$iterations$salt$hash`.
 * @param password with many random bits; a word somebody thought of would need far more rounds
 * @see https://mosquitto.org/man/mosquitto_passwd-1.html
 */
export function makeBrokerVerifier(password: string): string {
  const salt = randomBytes(saltBytes);
  return ['', scheme, iterations, salt.toString('base64'), hash(password, salt, iterations).toString('base64')].join(
    '$',
  );
}

/** Whether this is the password the verifier was made of; compares in constant time. */
export function matchesBrokerVerifier(password: string, verifier: string): boolean {
  const [, , rounds, salt, expected] = verifier.split('$');
  if (salt === undefined || expected === undefined) return false;
  const given = hash(password, Buffer.from(salt, 'base64'), Number(rounds));
  const wanted = Buffer.from(expected, 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function hash(password: string, salt: Buffer, rounds: number): Buffer {
  return pbkdf2Sync(password, salt, rounds, hashBytes, 'sha512');
}
