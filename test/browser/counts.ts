import type { Locator } from 'playwright-core';

const patience = 15_000;

/**
 * Waits until exactly so many are on the page: what was done is often told a moment before the list is read anew.
 * @throws after 15 s, with how many there are
 */
export async function countBecomes(target: Locator, count: number): Promise<void> {
  const end = Date.now() + patience;
  while ((await target.count()) !== count) {
    if (Date.now() > end) throw new Error(`${await target.count()} instead of ${count}: ${target.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
