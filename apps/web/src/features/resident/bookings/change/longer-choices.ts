import type { Policy, TimeRange } from '#libs/contracts';

const usual = [15, 30, 60, 120];

/** How many minutes more may be asked for, the fewest first; none when the booking is as long as the rules allow. */
export function longerChoices(
  { startsAt, endsAt }: TimeRange,
  { startIntervalMinutes: step, maxDurationMinutes: max }: Pick<Policy, 'startIntervalMinutes' | 'maxDurationMinutes'>,
): number[] {
  const length = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return usual.filter((more) => more % step === 0 && length + more <= max);
}
