import type { Policy, TimeRange } from '#libs/contracts';
import { dayKey, type DayKey } from '../../../shared/i18n/day-key.js';

interface Wish {
  /** Whole free stretches, each beginning on the start grid. */
  freeSlots: readonly TimeRange[];
  durationMinutes: number;
  policy: Pick<Policy, 'startIntervalMinutes' | 'minNoticeMinutes'>;
  /** Milliseconds since the epoch. */
  now: number;
  timeZone: string;
}

/** Every instant at which a booking of that length may start, by day of the hub's calendar. */
export function startTimes({ freeSlots, durationMinutes, policy, now, timeZone }: Wish): Map<DayKey, string[]> {
  const step = policy.startIntervalMinutes * 60_000;
  const length = durationMinutes * 60_000;
  const earliest = now + policy.minNoticeMinutes * 60_000;
  const byDay = new Map<DayKey, string[]>();
  for (const slot of freeSlots) {
    const last = Date.parse(slot.endsAt) - length;
    for (let start = Date.parse(slot.startsAt); start <= last; start += step) {
      if (start < earliest) continue;
      const day = dayKey(start, timeZone);
      const starts = byDay.get(day);
      const instant = new Date(start).toISOString();
      if (starts) starts.push(instant);
      else byDay.set(day, [instant]);
    }
  }
  return byDay;
}
