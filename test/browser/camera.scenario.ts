import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { tabTo } from './keyboard.js';
import { aPerson, open, signIn } from './person.js';
import { longPrint, printBecomes, sendPrint } from './print-by-request.js';
import { faultsOf } from './soundness.js';
import { aColleague } from './sessions.js';
import type { Stage } from './web-app.spec.js';

/** How often a page has asked for a picture. */
function countPictures(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => void (count += request.url().endsWith('/picture') ? 1 : 0));
  return () => count;
}

export function camerasAreLookedAt(stage: Stage): void {
  describe('a camera', () => {
    let staff: Page;
    let complaints: string[];
    const picture = (page: Page) => page.getByRole('img', { name: 'Tulostimen kameran kuva' });

    beforeAll(async () => {
      ({ page: staff, complaints } = await aColleague(stage, 'staff'));
      await open(staff, '/staff');
      await staff.getByRole('button', { name: 'Näytä kamera 3D-tulostin 1' }).waitFor();
    }, 60_000);

    afterAll(() => staff?.context().close());
    afterEach(() => expect(complaints).toEqual([]));

    it('shows staff a printer for as long as they look, by keyboard', async () => {
      const pictures = countPictures(staff);
      await open(staff, '/staff');
      const show = staff.getByRole('button', { name: 'Näytä kamera 3D-tulostin 1' });
      await tabTo(staff, show);
      expect(pictures()).toBe(0);
      await staff.keyboard.press('Enter');
      await staff.getByText(/^Kuva on otettu klo \d/).waitFor();
      const first = await picture(staff).getAttribute('src');
      expect(await picture(staff).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
      expect(await faultsOf(staff)).toEqual([]);
      const isAnother = (src: string | null) => document.querySelector('.camera img')?.getAttribute('src') !== src;
      await staff.waitForFunction(isAnother, first);

      await staff.getByRole('button', { name: 'Piilota kamera 3D-tulostin 1' }).press('Enter');
      await picture(staff).waitFor({ state: 'detached' });
    }, 120_000);

    it('that gives no picture is told of, and looked at again by itself', async () => {
      const title = 'Kamera ei juuri nyt anna kuvaa.';
      const body = JSON.stringify({ code: 'printer.no_picture', status: 503, title });
      await staff.route('**/picture', (route) =>
        route.fulfill({ status: 503, contentType: 'application/problem+json', body }),
      );
      await open(staff, '/staff/printers/printer-1');
      await staff.getByRole('button', { name: 'Näytä kamera' }).click();
      await staff.getByRole('alert').getByText(title).waitFor();
      expect(await faultsOf(staff)).toEqual([]);
      await staff.unroute('**/picture');
      await picture(staff).waitFor();
      await staff.getByRole('alert').waitFor({ state: 'detached' });
      expect(await faultsOf(staff)).toEqual([]);
    }, 120_000);

    it('shows somebody the own print while it goes on, and no longer', async () => {
      const owner = await aPerson(stage.browser, stage.hub.url);
      const { page } = owner;
      await open(page, '/prints');
      await signIn(page, 'katselija@town.example');
      await page.getByRole('link', { name: 'Omat tiedot' }).waitFor();
      const id = await sendPrint(page, { buffer: longPrint, preferredPrinter: 'printer-2' });
      await staff.request.post(`/api/v1/print-jobs/${id}/approve`);
      await printBecomes(page, id, 'printing');

      await open(page, `/prints/${id}`);
      await page.getByRole('button', { name: 'Näytä kamera' }).click();
      await picture(page).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.request.post(`/api/v1/print-jobs/${id}/cancel`);
      await picture(page).waitFor({ state: 'detached' });
      await eventually('the plate is cleared', async () => {
        return (await staff.request.post('/api/v1/printers/printer-2/clear-plate')).status() === 202;
      });
      expect(owner.complaints).toEqual([]);
      await page.context().close();
    }, 240_000);

    it('is never on the kiosk', async () => {
      const kiosk = await aPerson(stage.browser, stage.hub.url, { viewport: { width: 1920, height: 1080 } });
      const pictures = countPictures(kiosk.page);
      await open(kiosk.page, '/kiosk/viitasaari');
      await kiosk.page.locator('.kiosk-printer').first().waitFor();
      expect(await kiosk.page.getByRole('button', { name: /^Näytä kamera/ }).count()).toBe(0);
      expect(pictures()).toBe(0);
      await kiosk.page.context().close();
    }, 60_000);
  });
}
