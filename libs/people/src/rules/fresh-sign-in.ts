/** How long after signing in somebody may do what cannot be undone. */
const freshMinutes = 10;

/**
 * Whether somebody has only just shown who he or she is.
 * @param signedInAt when the session was opened
 * @param now the present instant
 */
export function isFreshSignIn(signedInAt: Date, now: Date): boolean {
  return now.getTime() - signedInAt.getTime() < freshMinutes * 60_000;
}
