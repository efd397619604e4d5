import { instantAt } from '../../apps/web/src/shared/i18n/wall-time.js';

/** Where the demo hub is. */
export const hubZone = 'Europe/Helsinki';

/**
 * The instant at which the demo hub's clock shows a time, in summer as in winter.
 * @param date `2026-11-23`
 * @param time `09:00`
 * @returns milliseconds since the epoch
 */
export function atHub(date: string, time: string): number {
  return instantAt(date, time, hubZone);
}
