import type { Page } from 'playwright-core';
import { chooseLaterDay } from './later-day.js';
import { aPerson, open, signIn } from './person.js';
import type { Stage } from './web-app.spec.js';

const copyOn = (page: Page) => page.evaluate(() => localStorage.getItem('digikeskus.offline'));

async function bookHeadset(page: Page): Promise<void> {
  await open(page, '/viitasaari/book/vr-headset');
  await chooseLaterDay(page);
  await page.locator('.time-buttons').getByRole('button').last().click();
  await signIn(page, 'matkalla@town.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Varaa', exact: true }).click();
  await page.getByRole('heading', { name: 'Varattu!' }).waitFor();
}

export function theAppOpensOffline(stage: Stage): void {
  it('opens without a connection, with the bookings one knew, and forgets them when one signs out', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.hub.url);
    await bookHeadset(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await open(page, '/bookings');
    const booking = page.getByRole('button', { name: /^Peru varaus/ });
    await booking.waitFor();
    await page.waitForFunction(() => localStorage.getItem('digikeskus.offline')?.includes('confirmed'));

    await page.context().setOffline(true);
    await page.reload();
    await booking.waitFor();
    await page.getByText('Verkkoyhteyttä ei ole.').waitFor();
    // A page that was not looked at while there was a connection.
    await page.goto('/viitasaari/book/pc');
    await page.getByRole('heading', { level: 1 }).waitFor();

    await page.context().setOffline(false);
    await open(page, '/bookings');
    await booking.click();
    await page.getByRole('button', { name: 'Kyllä, peru varaus' }).click();
    await page.getByText('Peruttu').waitFor();
    await open(page, '/account');
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
    await page.getByRole('link', { name: 'Kirjaudu' }).waitFor();
    expect(await copyOn(page)).toBeNull();

    await page.context().setOffline(true);
    await page.goto('/bookings');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('Peruttu').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);
}
