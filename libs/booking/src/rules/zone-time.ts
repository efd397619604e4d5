import { Temporal } from 'temporal-polyfill';

/** Milliseconds that a zone's wall clock is ahead of UTC at an instant (epoch milliseconds). */
export type OffsetAt = (instant: number) => number;

/** Every zone changes its offset on a quarter of an hour of UTC … */
const stepMs = 15 * 60_000;
/** … and at most once in a day of it. */
const dayMs = 24 * 60 * 60_000;

/**
 * @param timeZone IANA name, `Europe/Helsinki`
 * @returns a function that remembers what it looked up; make one per piece of work
 * @throws RangeError when the zone does not exist
 */
export function zoneOffsets(timeZone: string): OffsetAt {
  const lookUp = (instant: number): number =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
  const atStep = remembering(lookUp);
  const ofDay = remembering((day) => {
    const offset = atStep(day);
    return offset === atStep(day + dayMs) ? offset : undefined;
  });
  return (instant) => ofDay(startOf(instant, dayMs)) ?? atStep(startOf(instant, stepMs));
}

function startOf(instant: number, lengthMs: number): number {
  return Math.floor(instant / lengthMs) * lengthMs;
}

function remembering<T>(lookUp: (instant: number) => T): (instant: number) => T {
  const known = new Map<number, T>();
  return (instant) => {
    if (!known.has(instant)) known.set(instant, lookUp(instant));
    return known.get(instant) as T;
  };
}
