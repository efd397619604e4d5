import type { ChangeSeries, SeriesScope, TimeRange } from '#libs/contracts';
import { wallTime } from '../../../shared/i18n/wall-time.js';
import { minutesBetween } from './series-draft.js';

/** A change of dates while somebody thinks of it. */
export interface DatesDraft {
  scope: SeriesScope;
  action: ChangeSeries['action'];
  day: string;
  from: string;
  to: string;
}

export function draftOf({ startsAt, endsAt }: TimeRange, timeZone: string): DatesDraft {
  const [day = '', from = ''] = wallTime(startsAt, timeZone).split('T');
  const [, to = ''] = wallTime(endsAt, timeZone).split('T');
  return { scope: 'one', action: 'move', day, from, to };
}

/** @returns undefined while there is no such time */
export function changeOf({ action, day, from, to }: DatesDraft): ChangeSeries | undefined {
  if (action === 'cancel') return { action };
  const durationMinutes = minutesBetween(from, to);
  if (day === '' || durationMinutes === undefined) return undefined;
  return { action, startsAt: `${day}T${from}`, durationMinutes };
}
