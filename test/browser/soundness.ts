import type { Page } from 'playwright-core';
import { colourRules, violationsOf } from './accessibility.js';
import { desktop, phone } from './person.js';

const narrowest = { width: 320, height: 640 };

/**
 * What is wrong with the page as it stands: to axe in both themes, on a phone and on a desktop, and to somebody with the
 * narrowest phone.
 * @returns one line per fault; none when all is well
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const viewport = page.viewportSize();
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    for (const violation of await faultsInBothThemes(page)) faults.push(`${size.width} pixels, ${violation}`);
  }
  await page.setViewportSize(narrowest);
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  if (tooWide > 0) faults.push(`${tooWide} pixels too wide for a screen of ${narrowest.width}`);
  if (viewport) await page.setViewportSize(viewport);
  return faults;
}

/** Whether something is beyond the edge: nobody scrolls a screen on the wall. */
export const isCutOff = (screen: Page): Promise<boolean> =>
  screen.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return scrollWidth > window.innerWidth || scrollHeight > window.innerHeight;
  });

async function faultsInBothThemes(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await coloursSettled(page);
    const rules = colorScheme === 'dark' ? colourRules : undefined;
    for (const violation of await violationsOf(page, rules)) faults.push(`${colorScheme}: ${violation}`);
  }
  return faults;
}

/** Colours that are on their way from one theme to the other are nobody's choice; what is folded away stays on its way. */
async function coloursSettled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return !target?.checkVisibility() || !target.getAnimations().some((each) => each instanceof CSSTransition);
    }),
  );
}
