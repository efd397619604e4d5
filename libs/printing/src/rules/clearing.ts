/** How long after a print's end its printer is kept for taking the part off, minutes. */
export const clearingMinutes = 10;

const clearingMs = clearingMinutes * 60_000;
/** A calendar that is right to the minute need not be written twice a second. */
const calendarStepMs = 60_000;

/**
 * Until when the calendar should keep the printer of a print that goes on: it follows the estimate, and one that is late
 * or tells no time keeps its printer all the same.
 * @param now by our own clock, which a small computer in a hub may not share
 * @returns null when the calendar is right to the minute
 */
export function keptUntil(print: { occupiedUntil: Date | null; estimatedEndAt: Date | null; now: Date }): Date | null {
  const kept = print.occupiedUntil?.getTime() ?? 0;
  const endsAt = Math.max(print.now.getTime(), print.estimatedEndAt?.getTime() ?? kept - clearingMs);
  return Math.abs(endsAt + clearingMs - kept) < calendarStepMs ? null : new Date(endsAt + clearingMs);
}
