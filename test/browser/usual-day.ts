import type { Page } from 'playwright-core';
import type { Opening } from '#libs/contracts';

/** A day to come, not tomorrow, that has the hours of the usual week: public holidays move about. */
export async function aUsual(weekday: 'Tue' | 'Wed', page: Page): Promise<string> {
  const { days } = (await (await page.request.get('/api/v1/hubs/viitasaari/opening')).json()) as Opening;
  const isUsual = ({ date, source }: Opening['days'][number]) =>
    source === 'week' && new Date(`${date}T12:00:00Z`).toUTCString().startsWith(weekday);
  const found = days.slice(2).find(isUsual);
  if (found === undefined) throw new Error(`no usual ${weekday} in six weeks`);
  return found.date;
}
