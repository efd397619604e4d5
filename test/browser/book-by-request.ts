import type { Page } from 'playwright-core';
import type { Booking, CreateBooking } from '#libs/contracts';

export const quarter = 15 * 60_000;
export const hour = 4 * quarter;
export const day = 24 * hour;

/** Asks the API in the name of whoever is signed in on the page. */
export async function call<T>(page: Page, method: 'POST' | 'PUT', path: string, data?: unknown): Promise<T> {
  const response = await page.request.fetch(`/api/v1${path}`, { method, ...(data === undefined ? {} : { data }) });
  if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
  return (await response.json().catch(() => undefined)) as T;
}

/** Books from `startsAt` on, milliseconds since the epoch. */
export function book(page: Page, startsAt: number, hours: number, what: Partial<CreateBooking>): Promise<Booking> {
  const endsAt = new Date(startsAt + hours * hour).toISOString();
  return call<Booking>(page, 'POST', '/bookings', { ...what, startsAt: new Date(startsAt).toISOString(), endsAt });
}

/** Two changes that every board hears of. */
export async function bookTomorrowAndCancel(page: Page, afterEach: () => Promise<unknown>): Promise<void> {
  const startsAt = Math.ceil(Date.now() / day) * day + 10 * hour;
  const { id } = await book(page, startsAt, 1, { pool: 'pc' });
  await afterEach();
  await call(page, 'POST', `/bookings/${id}/cancel`);
  await afterEach();
}
