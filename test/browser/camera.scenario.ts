import type { Page } from 'playwright-core';
import { tabTo } from './keyboard.js';
import { aPerson, open, signIn } from './person.js';
import { faultsOf } from './soundness.js';
import type { Stage } from './web-app.spec.js';

/** How often a page has asked for a picture. */
function countPictures(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => void (count += request.url().endsWith('/picture') ? 1 : 0));
  return () => count;
}

export function camerasAreLookedAt(stage: Stage): void {
  it('shows staff a printer by its camera for as long as they look, by keyboard', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.hub.url);
    const pictures = countPictures(page);
    await open(page, '/staff');
    await signIn(page, 'staff@digikeskus.example');
    const show = page.getByRole('button', { name: 'Näytä kamera 3D-tulostin 1' });
    await show.waitFor();
    expect(pictures()).toBe(0);
    await tabTo(page, show);
    await page.keyboard.press('Enter');
    const picture = page.getByRole('img', { name: 'Tulostimen kameran kuva' });
    await picture.waitFor();
    await page.getByText(/^Kuva on otettu klo \d/).waitFor();
    const first = await picture.getAttribute('src');
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(
      480,
    );
    expect(await faultsOf(page)).toEqual([]);
    await page.waitForFunction(
      (src) => document.querySelector('.camera-frame img')?.getAttribute('src') !== src,
      first,
    );

    await page.route('**/picture', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'printer.no_picture', status: 503, title: 'Kamera ei juuri nyt anna kuvaa.' }),
      }),
    );
    await page.getByRole('alert').getByText('Kamera ei juuri nyt anna kuvaa.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.unroute('**/picture');
    await page.getByRole('alert').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Piilota kamera 3D-tulostin 1' }).press('Enter');
    await picture.waitFor({ state: 'detached' });
    const asked = pictures();
    await open(page, '/staff/printers/printer-1');
    await page.getByRole('button', { name: 'Näytä kamera' }).click();
    await picture.waitFor();
    expect(pictures()).toBeGreaterThan(asked);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('never shows a camera on the kiosk', async () => {
    const { page } = await aPerson(stage.browser, stage.hub.url, { viewport: { width: 1920, height: 1080 } });
    const pictures = countPictures(page);
    await open(page, '/kiosk/viitasaari');
    await page.locator('.kiosk-printer').first().waitFor();
    expect(await page.getByRole('button', { name: /^Näytä kamera/ }).count()).toBe(0);
    expect(pictures()).toBe(0);
    await page.context().close();
  }, 60_000);
}
