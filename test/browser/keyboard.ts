import type { Locator, Page } from 'playwright-core';

const mostStops = 80;

/**
 * Goes on by Tab until something has the focus.
 * @throws when it is never reached, or when nobody can see that it has the focus
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return assertVisibleFocus(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()}`);
}

/**
 * Waits until the focus is there: what had it went away, and the page keeps it near.
 * @throws after Playwright's patience
 */
export async function focusComesTo(page: Page, target: Locator): Promise<void> {
  await target.and(page.locator(':focus')).waitFor();
}

/** A checkbox is drawn by a box beside the real one, which nobody sees; a radio button by what surrounds it. */
async function assertVisibleFocus(page: Page): Promise<void> {
  const widths = await page.evaluate(() => {
    const focused = document.activeElement;
    const label = focused?.closest('label') ?? null;
    const drawn = [focused, label, ...(label?.querySelectorAll('*') ?? [])];
    return drawn.map((element) => {
      if (element === null) return 0;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
    });
  });
  if (Math.max(...widths) < 2) throw new Error('the focus cannot be seen');
}
