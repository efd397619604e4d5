import { faultsOf } from './soundness.js';
import { desktop } from './person.js';
import { aNewcomer, addApp, reachTheStaffPage, type SecureStage } from './secure-stage.js';

export function firstAdministratorBegins(stage: SecureStage): void {
  it('leads the town’s first administrator to a second factor, and then to work', async () => {
    const { page, complaints } = await aNewcomer(stage, 'it@town.example', { ...desktop, width: 320 });
    await page.getByText('Henkilökunnan sivut avautuvat').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const hub = { slug: 'pihtipudas', name: 'Pihtiputaan Digikeskus', address: 'Keskustie 1' };
    const make = () => page.request.post('/api/v1/hubs', { data: hub });
    expect((await make()).status()).toBe(403);

    await addApp(page);
    await page.getByText('Kaksivaiheinen tunnistautuminen on käytössä').waitFor();
    await page.getByRole('link', { name: 'Jatka' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Työvuoro' }).click();
    await reachTheStaffPage(page);
    await page.getByText('Asetukset', { exact: true }).click();
    await page.getByRole('link', { name: 'Näytöt ja sillat' }).waitFor();
    expect((await make()).status()).toBe(201);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);
}
