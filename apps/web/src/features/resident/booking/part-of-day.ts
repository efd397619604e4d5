import { wallTime } from '../../../shared/i18n/wall-time.js';

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** Splits a day's instants at noon and at five by the hub's clock; empty parts are left out. */
export function byPartOfDay(instants: readonly string[], timeZone: string): { part: PartOfDay; instants: string[] }[] {
  const partOf = (instant: string): PartOfDay => {
    const hour = Number(wallTime(instant, timeZone).slice(11, 13));
    if (hour < 12) return 'morning';
    return hour < 17 ? 'afternoon' : 'evening';
  };
  return partsOfDay
    .map((part) => ({ part, instants: instants.filter((instant) => partOf(instant) === part) }))
    .filter((group) => group.instants.length > 0);
}
