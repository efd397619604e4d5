import { countBecomes } from './counts.js';
import { faultsOf } from './soundness.js';
import { chooseLaterDay } from './later-day.js';
import { aPerson, open, signIn } from './person.js';
import type { Stage } from './web-app.spec.js';

export function bookAndCancel(stage: Stage): void {
  it('books any VR headset, signing in on the way, and cancels it', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.hub.url);
    await open(page, '/');
    await page.getByRole('link', { name: /^Varaa aika.*VR/ }).click();
    await chooseLaterDay(page);
    await page.locator('.time-buttons').getByRole('button').first().click();
    await signIn(page, 'asukas@digikeskus.example');
    await page.getByRole('dialog').getByRole('button', { name: 'Varaa', exact: true }).click();
    await page.getByRole('heading', { name: 'Varattu!' }).waitFor();

    await page.getByRole('dialog').getByRole('link', { name: 'Omat varaukset' }).click();
    await page.getByText('Vahvistettu').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: /^Peru varaus/ }).click();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Kyllä, peru varaus' }).click();
    await page.getByText('Peruttu').waitFor();

    await countBecomes(page.getByRole('button', { name: /^Peru varaus/ }), 0);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);

  it('says which rule a booking breaks and offers what would work', async () => {
    const { page } = await aPerson(stage.browser, stage.hub.url);
    await open(page, '/sign-in');
    await signIn(page, 'asukas@digikeskus.example');
    await page.getByRole('link', { name: 'Omat tiedot' }).waitFor();
    for (const times of [1, 2]) {
      await open(page, '/viitasaari/book/pc');
      await chooseLaterDay(page);
      await page.locator('.time-buttons').getByRole('button').nth(times).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Varaa', exact: true }).click();
      await page.getByRole('heading', { name: 'Varattu!' }).waitFor();
    }
    await open(page, '/viitasaari/book/pc');
    await chooseLaterDay(page);
    await page.locator('.time-buttons').getByRole('button').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Varaa', exact: true }).click();

    expect(await page.getByRole('dialog').getByRole('alert').innerText()).toMatch(/2|kaksi/);
    await page.context().close();
  }, 90_000);
}
