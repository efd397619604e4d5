import type { Transaction } from '#libs/platform';

/**
 * How far ahead a booking's next step waits in the queue, milliseconds. What is further away stays in the booking's
 * row until the sweep comes by: most bookings change or end before, and their jobs would only be in the way.
 */
export const armedAheadMs = 60_000;

/**
 * Asks for a booking's next step when it comes so soon that the sweep might miss its minute.
 * @param step.at when; null when time will do nothing to the booking
 */
export function armStep(tx: Transaction, step: { bookingId: string; at: Date | null; now: Date }): void {
  const { bookingId, at, now } = step;
  if (at === null || at.getTime() - now.getTime() > armedAheadMs) return;
  tx.enqueue('booking.advance', { bookingId }, { runAt: at });
}
