import type { Page } from 'playwright-core';
import type { Opening } from '#libs/contracts';
import { usualDates, type UsualWish, type Workday } from '../support/usual-dates.js';

/**
 * A day to come, not tomorrow, that has the hours of the usual week.
 * @returns the first of them when several weeks are wished for
 */
export async function aUsual(weekday: Workday | 'any', page: Page, wish: UsualWish = {}): Promise<string> {
  const { days } = (await (await page.request.get('/api/v1/hubs/viitasaari/opening')).json()) as Opening;
  const [first = ''] = usualDates(days, weekday, wish);
  return first;
}
