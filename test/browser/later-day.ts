import type { Page } from 'playwright-core';

/** Turns a list of free times to the second day that has any: those left today are few at closing time, and pass. */
export async function chooseLaterDay(page: Page): Promise<void> {
  await page.locator('.choices-strip .choice:not(.choice-muted)').nth(1).click();
}
