/** How long a sign-in code works. */
export const codeLifetimeMinutes = 10;

/** Wrong tries after which a code is dead. */
export const maxTries = 5;

/** Wrong tries of one client for one address within `triesWindowMinutes`; then it pauses, new code or not. */
export const maxTriesForAddress = 5;

/** Wrong tries of one client for all addresses together: a school class behind one address may mistype a few. */
export const maxTriesOfClient = 50;
export const triesWindowMinutes = 15;

/** Codes that one address may ask for within `requestWindowMinutes`. */
export const maxRequests = 5;
export const requestWindowMinutes = 15;

/** Requests up to this instant count no more. */
export function requestWindowStart(now: Date): Date {
  return new Date(now.getTime() - requestWindowMinutes * 60_000);
}

/**
 * Whether an address may be sent another code.
 * @param requestedAt when earlier codes were asked for
 * @param now the present instant
 * @returns the requests that still count, with this one, or undefined when there were too many
 */
export function admitRequest(requestedAt: readonly Date[], now: Date): Date[] | undefined {
  const windowStart = requestWindowStart(now);
  const recent = requestedAt.filter((at) => at > windowStart);
  return recent.length < maxRequests ? [...recent, now] : undefined;
}
