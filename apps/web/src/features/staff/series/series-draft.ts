import type { DayKey } from '../../../shared/i18n/day-key.js';
import { readNumber } from '../numbers/read-number.js';
import { ruleOf, weekdayOf, type Rhythm, type Weekday } from './recurrence-rule.js';
import type { SeriesRequest } from './use-series.js';

/** A series while somebody thinks of it. */
export interface SeriesDraft {
  /** `pool/pc` or `resource/studio`. */
  target: string;
  /** Slugs of what is booked along with a resource. */
  also: readonly string[];
  day: DayKey;
  from: string;
  to: string;
  rhythm: Rhythm;
  every: string;
  weekdays: readonly Weekday[];
  ends: 'count' | 'until';
  count: string;
  until: DayKey;
  purpose: string;
  publicTitle: string;
}

/** The API's own. */
export const mostDates = 200;
export const everyLimits = { min: 1, max: 12 };

export function emptyDraft(day: DayKey): SeriesDraft {
  return {
    target: '',
    also: [],
    day,
    from: '',
    to: '',
    rhythm: 'weekly',
    every: '1',
    weekdays: [weekdayOf(day)],
    ends: 'count',
    count: '10',
    until: '',
    purpose: '',
    publicTitle: '',
  };
}

/** @returns undefined while something of it is missing or cannot be read */
export function requestOf(draft: SeriesDraft, hub: string): SeriesRequest | undefined {
  const durationMinutes = minutesBetween(draft.from, draft.to);
  const every = draft.rhythm === 'once' ? 1 : readNumber(draft.every, everyLimits);
  const ends = endOf(draft);
  const [kind = '', slug = ''] = draft.target.split('/');
  const needsWeekday = draft.rhythm === 'weekly' && draft.weekdays.length === 0;
  if (!slug || !draft.day || durationMinutes === undefined || every === undefined || !ends || needsWeekday)
    return undefined;
  const also = kind === 'pool' ? [] : draft.also.filter((other) => other !== slug);
  const target =
    also.length > 0 ? { resources: [slug, ...also] } : kind === 'pool' ? { pool: slug } : { resource: slug };
  const purpose = draft.purpose.trim();
  const publicTitle = draft.publicTitle.trim();
  return {
    hub,
    ...target,
    rrule: ruleOf({ rhythm: draft.rhythm, every, weekdays: draft.weekdays, ends }, draft.day),
    startsAt: `${draft.day}T${draft.from}`,
    durationMinutes,
    ...(purpose !== '' && { purpose }),
    ...(publicTitle !== '' && { publicTitle }),
  };
}

/** @returns undefined when it does not end after it begins, on the same day */
export function minutesBetween(from: string, to: string): number | undefined {
  const minutes = minutesOf(to) - minutesOf(from);
  return minutes > 0 ? minutes : undefined;
}

function minutesOf(time: string): number {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function endOf({ rhythm, ends, count, until, day }: SeriesDraft): { count: number } | { until: DayKey } | undefined {
  if (rhythm === 'once') return { count: 1 };
  if (ends === 'until') return until >= day && until !== '' ? { until } : undefined;
  const read = readNumber(count, { min: 1, max: mostDates });
  return read === undefined ? undefined : { count: read };
}
