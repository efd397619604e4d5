import type { TimeRange } from '#libs/contracts';
import type { DayKey } from '../../../../shared/i18n/day-key.js';
import { instantAt } from '../../../../shared/i18n/wall-time.js';

/** `tight`: something is free, but too little of it for the length that is wanted. */
export type CellState = 'free' | 'mine' | 'booked' | 'tight' | 'past' | 'closed';

/** One hour of one day. */
export interface WeekCell extends TimeRange {
  day: DayKey;
  hour: number;
  state: CellState;
  /** When a booking may start in this hour; empty unless it is free. */
  starts: readonly string[];
}

export interface WeekPicture {
  days: readonly DayKey[];
  starts: ReadonlyMap<DayKey, readonly string[]>;
  free: readonly TimeRange[];
  busy: readonly TimeRange[];
  mine: readonly TimeRange[];
  /** Before this nothing can be booked any more: milliseconds since the epoch. */
  earliest: number;
  timeZone: string;
}

const usualHours = { first: 9, last: 16 };

/** The rows of a week, one for each hour in which anything can happen on any of its days. */
export function weekRows(picture: WeekPicture): WeekCell[][] {
  const rows = Array.from({ length: 24 }, (_, hour) => picture.days.map((day) => cellOf(picture, day, hour)));
  const lively = rows.map((row) => row.some(({ state }) => state !== 'closed' && state !== 'past'));
  const first = lively.indexOf(true);
  if (first === -1) return rows.slice(usualHours.first, usualHours.last + 1);
  return rows.slice(first, lively.lastIndexOf(true) + 1);
}

function cellOf(picture: WeekPicture, day: DayKey, hour: number): WeekCell {
  const from = instantAt(day, `${hour}:00`, picture.timeZone);
  const to = instantAt(day, `${hour + 1}:00`, picture.timeZone);
  const isIn = (instant: string) => from <= Date.parse(instant) && Date.parse(instant) < to;
  const touches = ({ startsAt, endsAt }: TimeRange) => Date.parse(startsAt) < to && Date.parse(endsAt) > from;
  const starts = (picture.starts.get(day) ?? []).filter(isIn);
  const stateOf = (): CellState => {
    if (picture.mine.some(touches)) return 'mine';
    if (starts.length > 0) return 'free';
    if (to <= picture.earliest) return 'past';
    if (picture.busy.some(touches)) return 'booked';
    return picture.free.some(touches) ? 'tight' : 'closed';
  };
  const state = stateOf();
  const range = { startsAt: new Date(from).toISOString(), endsAt: new Date(to).toISOString() };
  return { ...range, day, hour, state, starts: state === 'free' ? starts : [] };
}
