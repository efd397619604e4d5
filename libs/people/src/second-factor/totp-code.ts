import { Secret, TOTP } from 'otpauth';

const issuer = 'Digikeskus';
const secretBytes = 20;
const periodSeconds = 30;
/** Steps before and after the present one that are taken, for clocks that are not quite right. */
const toleratedSteps = 1;

/** A fresh secret; 160 bits, as RFC 4226 asks for. */
export function newTotpSecret(): Buffer {
  return Buffer.from(new Secret({ size: secretBytes }).bytes);
}

/**
 * How an authenticator app is told the secret.
 * @param label whose account it is, shown in the app
 */
export function describeTotp(secret: Buffer, label: string): { secret: string; uri: string } {
  const totp = totpOf(secret, label);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/**
 * Which step a code belongs to (RFC 6238).
 * @returns steps of 30 seconds since 1970; undefined when the code is none of this time
 */
export function stepOf(secret: Buffer, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: toleratedSteps });
  return delta === null ? undefined : TOTP.counter({ period: periodSeconds, timestamp }) + delta;
}

// SHA-1, six digits and thirty seconds are the only ones that every app knows.
function totpOf(secret: Buffer, label: string): TOTP {
  const bytes = Uint8Array.from(secret).buffer;
  return new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: new Secret({ buffer: bytes }),
  });
}
