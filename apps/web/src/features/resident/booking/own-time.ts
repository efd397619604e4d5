import type { Policy, TimeRange } from '#libs/contracts';

/**
 * Free stretches as they are for somebody who gives up a booking of the same thing: its time, too, joined with what is
 * free right before and after it. The pauses that are kept around a booking go with it.
 */
export function withOwnTime(
  freeSlots: readonly TimeRange[],
  own: TimeRange,
  { bufferBeforeMinutes, bufferAfterMinutes }: Pick<Policy, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>,
): TimeRange[] {
  const pause = (bufferBeforeMinutes + bufferAfterMinutes) * 60_000;
  const isBeside = ({ startsAt, endsAt }: TimeRange) =>
    Date.parse(endsAt) + pause >= Date.parse(own.startsAt) && Date.parse(startsAt) - pause <= Date.parse(own.endsAt);
  const joined = [own, ...freeSlots.filter(isBeside)];
  const startsAt = joined.map((slot) => slot.startsAt).reduce(earlier);
  const endsAt = joined.map((slot) => slot.endsAt).reduce((a, b) => (earlier(a, b) === a ? b : a));
  return [...freeSlots.filter((slot) => !isBeside(slot)), { startsAt, endsAt }].toSorted(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
  );
}

function earlier(a: string, b: string): string {
  return Date.parse(a) <= Date.parse(b) ? a : b;
}
