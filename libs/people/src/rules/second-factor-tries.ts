/** Codes that one person may try before a pause, however many requests they come in. */
export const maxSecondFactorTries = 5;

/** How long the pause is, counted from the first of the tries. */
export const secondFactorPauseMinutes = 15;

/** Tries begun up to this instant count no more. */
export function triesForgottenSince(now: Date): Date {
  return new Date(now.getTime() - secondFactorPauseMinutes * 60_000);
}
