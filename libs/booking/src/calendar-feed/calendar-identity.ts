/** The name under which calendar programs know a booking, in feeds and invitations alike. */
export function uidOf(bookingId: string): string {
  return `${bookingId}@digikeskus`;
}

/**
 * Which version of a booking a calendar program has; it takes only what is newer.
 * @param version of the booking, from 1
 * @returns from 0
 */
export function sequenceOf(version: number): number {
  return version - 1;
}
