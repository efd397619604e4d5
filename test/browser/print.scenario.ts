import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { faultsOf } from './soundness.js';
import { aPerson, open, signIn } from './person.js';
import { aColleague } from './sessions.js';
import type { Stage } from './web-app.spec.js';

const cube = join(__dirname, '../fixtures/cube-20mm.gcode');
/** Printing takes its time even at the virtual printers' speed. */
const aPrintMs = 120_000;

async function send(page: Page): Promise<void> {
  await open(page, '/prints/new');
  await signIn(page, 'asukas@digikeskus.example');
  await page.locator('input[type=file]').setInputFiles(cube);
  await page.getByLabel('Viesti henkilökunnalle').fill('Sininen, jos on.');
  await page.getByRole('button', { name: 'Lähetä', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'cube-20mm.gcode' }).waitFor();
}

export function printFromSofaToShelf(stage: Stage): void {
  it('carries a print from the sofa to the shelf, everybody seeing it live', async () => {
    const { url } = stage.hub;
    const [resident, staff, kiosk] = await Promise.all([
      aPerson(stage.browser, url),
      aColleague(stage, 'staff'),
      aPerson(stage.browser, url, { viewport: { width: 1920, height: 1080 } }),
    ]);
    await open(kiosk.page, '/kiosk/viitasaari');
    await open(staff.page, '/staff');
    await staff.page.getByText('Kaikki tulosteet on käsitelty.').waitFor();

    await send(resident.page);
    await resident.page.getByText('Odottaa hyväksyntää').waitFor();
    await resident.page.getByText('Tulostusaika').waitFor();
    expect(await faultsOf(resident.page)).toEqual([]);

    await staff.page.getByText('Sininen, jos on.').waitFor();
    expect(await faultsOf(staff.page)).toEqual([]);
    await staff.page.getByRole('button', { name: /^Katso kerros kerrokselta/ }).click();
    await staff.page.getByRole('slider', { name: 'Kerros' }).press('Home');
    await staff.page.getByRole('img', { name: /^kerros 1\/67, korkeus 0,3 mm/ }).waitFor();
    expect(await faultsOf(staff.page)).toEqual([]);
    await staff.page.getByRole('button', { name: /^Hyväksy/ }).click();
    await staff.page.getByText('Kaikki tulosteet on käsitelty.').waitFor();

    await resident.page.getByText('Henkilökunta hyväksyi tulosteen.').waitFor();
    await Promise.all([
      resident.page.getByText('Tuloste on nyt tekeillä.').waitFor({ timeout: aPrintMs }),
      kiosk.page.getByRole('progressbar').first().waitFor({ timeout: aPrintMs }),
    ]);

    const cleared = staff.page.getByRole('button', { name: 'Tulostusalusta tyhjennetty' });
    await cleared.click({ timeout: aPrintMs });
    await staff.page.getByRole('button', { name: 'Kyllä, alusta on tyhjä' }).click();
    await cleared.waitFor({ state: 'detached' });

    const shelf = staff.page.getByRole('region', { name: /^Noutohylly/ });
    await shelf.getByRole('heading', { name: 'cube-20mm.gcode' }).waitFor();
    await resident.page.getByText('Hyllykoodi 1').waitFor();
    for (const { page } of [resident, staff]) expect(await faultsOf(page)).toEqual([]);
    await resident.page.getByRole('button', { name: 'Olen noutanut tulosteen' }).click();
    await resident.page.getByText(/^Noudettu/).waitFor();
    await shelf.waitFor({ state: 'detached' });

    expect([...resident.complaints, ...staff.complaints, ...kiosk.complaints]).toEqual([]);
    await Promise.all([resident, staff, kiosk].map(({ page }) => page.context().close()));
  }, 300_000);
}
