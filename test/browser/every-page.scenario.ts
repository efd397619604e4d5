import type { Page } from 'playwright-core';
import { violationsOf } from './accessibility.js';
import { aPerson, desktop, isLoaded, open, phone } from './person.js';
import { sessionOf } from './sessions.js';
import type { Stage } from './web-app.spec.js';

const publicPages = [
  '/',
  '/viitasaari/book/vr-headset',
  '/kiosk/viitasaari',
  '/sign-in',
  '/p/printer-1',
  '/r/studio',
  '/terms',
  '/accessibility',
  '/viitasaari/here',
];
const staffPages = [
  '/bookings',
  '/viitasaari/here',
  '/r/podcast-room',
  '/prints/new',
  '/prints',
  '/staff',
  '/staff/calendar',
  '/staff/closing',
  '/staff/audit',
  '/staff/hours',
  '/staff/resources',
  '/staff/filament',
  '/staff/filament/1',
  '/staff/print-rules',
  '/staff/rules',
  '/staff/series',
  '/staff/rules/resource/studio',
  '/staff/qr-codes',
  '/staff/notifications',
  '/staff/people',
  '/staff/printers/printer-1',
  '/staff/printers/printer-1/setup',
  '/staff/add-printer',
  '/account',
];

async function lookAt(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await open(page, path);
    for (const violation of await violationsOf(page)) found.push(`${path} ${violation}`);
  }
  return found;
}

async function lookAtDialog(page: Page): Promise<string[]> {
  await open(page, '/viitasaari/book/vr-headset');
  await page.locator('.time-buttons').getByRole('button').first().click();
  await page.getByRole('dialog').waitFor();
  return (await violationsOf(page)).map((violation) => `dialog ${violation}`);
}

async function overflowOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const wide: string[] = [];
  for (const path of paths) {
    await open(page, path);
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) wide.push(path);
  }
  return wide;
}

export function everyPageIsAccessible(stage: Stage): void {
  describe.each([
    ['light', 'phone', phone],
    ['light', 'desktop', desktop],
    ['dark', 'phone', phone],
    ['dark', 'desktop', desktop],
  ] as const)('in the %s theme on a %s', (colorScheme, _, viewport) => {
    it('has nothing that axe calls wrong on any page or in a dialog', async () => {
      const { page } = await aPerson(stage.browser, stage.hub.url, { colorScheme, viewport });
      const found = await lookAt(page, publicPages);
      await page.context().addCookies(await sessionOf(stage, 'staff'));
      found.push(...(await lookAt(page, staffPages)), ...(await lookAtDialog(page)));
      expect(found).toEqual([]);
      await page.context().close();
    }, 180_000);
  });

  it('never needs sideways scrolling on the narrowest phone, in any language', async () => {
    for (const locale of ['fi-FI', 'sv-FI', 'en-GB']) {
      const { page } = await aPerson(stage.browser, stage.hub.url, { locale, viewport: { width: 320, height: 640 } });
      expect([locale, await overflowOf(page, publicPages)]).toEqual([locale, []]);
      await page.context().close();
    }
  }, 120_000);

  it('says that there is no such page, and leads on, at an address that is no hub’s', async () => {
    const { page } = await aPerson(stage.browser, stage.hub.url);
    await open(page, '/ei-tallaista');
    await page.getByRole('heading', { level: 1, name: 'Sivua ei löytynyt' }).waitFor();
    await page.getByRole('link', { name: 'Etusivulle' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mitä tehtäisiin tänään?' }).waitFor();
    await page.context().close();
  }, 60_000);

  it('names the page and moves the focus to its heading when one goes there', async () => {
    const { page } = await aPerson(stage.browser, stage.hub.url);
    await open(page, '/');
    await page.getByRole('link', { name: 'Kirjaudu' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kirjaudu' }).waitFor();
    await isLoaded(page);
    expect(await page.title()).toBe('Kirjaudu · Digikeskus');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.context().close();
  }, 60_000);
}
