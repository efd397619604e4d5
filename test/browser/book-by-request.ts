import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Booking, CreateBooking } from '#libs/contracts';

export const quarter = 15 * 60_000;
export const hour = 4 * quarter;
export const day = 24 * hour;

/** How long a booking may take on its way. */
const underwayMs = 10_000;

/** The nearest start that is still ahead when the request arrives; check-in to it, a quarter before, is open. */
export async function nextStart(): Promise<number> {
  const next = Math.ceil(Date.now() / quarter) * quarter;
  const left = next - Date.now();
  if (left >= underwayMs) return next;
  await setTimeout(left);
  return next + quarter;
}

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
