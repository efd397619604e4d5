import type { TimeRange } from '#libs/contracts';
import type { DayKey } from '../../../shared/i18n/day-key.js';
import { instantAt } from '../../../shared/i18n/wall-time.js';

const hour = 3_600_000;

/** The part of a day that is drawn: whole hours, milliseconds since the epoch. */
export interface PlanSpan {
  from: number;
  to: number;
}

/**
 * The hours in which the hub is open on a day, and whatever is before or after that.
 * @param shown.opening when it is open, perhaps on other days, too; eight to eight stands for a day on which it is not
 */
export function daySpan(
  day: DayKey,
  { opening, blocks }: { opening: readonly TimeRange[]; blocks: readonly TimeRange[] },
  timeZone: string,
): PlanSpan {
  const [start, end] = [instantAt(day, '0:00', timeZone), instantAt(day, '24:00', timeZone)];
  const isToday = ({ startsAt, endsAt }: TimeRange) => Date.parse(startsAt) < end && Date.parse(endsAt) > start;
  const open = opening.filter(isToday);
  const shown = [...open, ...blocks.filter(isToday)];
  const usual = (time: string) => (open.length === 0 ? [instantAt(day, time, timeZone)] : []);
  const from = Math.min(...usual('8:00'), ...shown.map(({ startsAt }) => Date.parse(startsAt)));
  const to = Math.max(...usual('20:00'), ...shown.map(({ endsAt }) => Date.parse(endsAt)));
  const wholeHour = (instant: number, round: (value: number) => number) =>
    start + round((instant - start) / hour) * hour;
  return { from: Math.max(start, wholeHour(from, Math.floor)), to: Math.min(end, wholeHour(to, Math.ceil)) };
}

/** Where a time lies in a span: shares from 0 to 1, cut at its ends. */
export function shareOf({ startsAt, endsAt }: TimeRange, { from, to }: PlanSpan): { left: number; width: number } {
  const inside = (instant: string) => Math.max(0, Math.min(1, (Date.parse(instant) - from) / (to - from)));
  return { left: inside(startsAt), width: inside(endsAt) - inside(startsAt) };
}

/** A time moved by whole minutes, to the nearest quarter of an hour. */
export function shifted({ startsAt, endsAt }: TimeRange, minutes: number): TimeRange {
  const step = Math.round(minutes / 15) * 15 * 60_000;
  const at = (instant: string) => new Date(Date.parse(instant) + step).toISOString();
  return { startsAt: at(startsAt), endsAt: at(endsAt) };
}
