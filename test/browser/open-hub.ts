import type { Page } from 'playwright-core';
import { dayKey } from '../../apps/web/src/shared/i18n/day-key.js';
import { hubZone } from '../support/hub-clock.js';
import { call, day } from './book-by-request.js';

/**
 * Opens the hub around the clock, so that the tests hold at any hour of any day.
 * @param days which, counted from today
 */
export async function openTheHub(admin: Page, days: readonly number[], timeZone = hubZone): Promise<void> {
  const hours = [{ opens: '00:00', closes: '24:00' }];
  for (const ahead of days) {
    const date = dayKey(Date.now() + ahead * day, timeZone);
    await call(admin, 'PUT', `/hubs/viitasaari/opening/exceptions/${date}`, { hours });
  }
}
