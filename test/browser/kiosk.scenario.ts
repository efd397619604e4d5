import { startHub } from '../support/hub.js';
import { aPerson, open } from './person.js';
import type { Stage } from './web-app.spec.js';

export function kioskTellsItsAge(stage: Stage): void {
  it('speaks the three languages in turn on the kiosk', async () => {
    const { page } = await aPerson(stage.browser, stage.hub.url);
    await page.clock.install();
    await open(page, '/kiosk/viitasaari');
    for (const heading of ['Vapaana nyt', 'Ledigt nu', 'Free now', 'Vapaana nyt']) {
      await page.getByRole('heading', { name: heading }).waitFor();
      await page.clock.runFor(20_000);
    }
    await page.locator('html[lang="sv"]').waitFor({ state: 'attached' });
    await page.context().close();
  }, 90_000);

  it('keeps the last picture on the kiosk and says how old it is while the server is away, then recovers', async () => {
    const { page } = await aPerson(stage.browser, stage.hub.url);
    await page.clock.install();
    await open(page, '/kiosk/viitasaari');
    await page.getByRole('heading', { name: 'Vapaana nyt' }).waitFor();

    await stage.hub.stop();
    await page.clock.runFor(95_000);
    await page
      .getByRole('alert')
      .getByText(/\d[.:]\d\d/)
      .waitFor();
    await page.locator('.kiosk-group').first().waitFor();

    const { dataDir, url } = stage.hub;
    stage.hub = await startHub({ dataDir, port: Number(new URL(url).port) });
    await page.clock.runFor(10_000);
    await page.locator('.kiosk-stale').waitFor({ state: 'detached' });
    await page.context().close();
  }, 180_000);
}
