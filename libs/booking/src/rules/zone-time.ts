import { Temporal } from 'temporal-polyfill';

/** Milliseconds that a zone's wall clock is ahead of UTC at an instant (epoch milliseconds). */
export type OffsetAt = (instant: number) => number;

/** Every zone changes its offset on a quarter of an hour of UTC. */
const stepMs = 15 * 60_000;

/**
 * @param timeZone IANA name, `Europe/Helsinki`
 * @returns a function that remembers what it looked up; make one per piece of work
 * @throws RangeError when the zone does not exist
 */
export function zoneOffsets(timeZone: string): OffsetAt {
  const known = new Map<number, number>();
  return (instant) => {
    const step = Math.floor(instant / stepMs) * stepMs;
    let offset = known.get(step);
    if (offset === undefined) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(step).toZonedDateTimeISO(timeZone);
      offset = zoned.offsetNanoseconds / 1e6;
      known.set(step, offset);
    }
    return offset;
  };
}
