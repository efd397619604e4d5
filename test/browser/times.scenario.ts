import type { Page } from 'playwright-core';
import type { Availability } from '#libs/contracts';
import { weekNumber, weekOf } from '../../apps/web/src/shared/calendar/week-days.js';
import { countBecomes } from './counts.js';
import { tabTo } from './keyboard.js';
import { aPerson, isLoaded, open, phone, signIn } from './person.js';
import { faultsOf } from './soundness.js';
import { aUsual } from './usual-day.js';
import type { Stage } from './web-app.spec.js';

const resident = 'ajat@town.example';

async function signedIn(stage: Stage, email: string): Promise<Page> {
  const { page } = await aPerson(stage.browser, stage.hub.url);
  await open(page, '/bookings');
  await signIn(page, email);
  await page.getByRole('link', { name: 'Omat tiedot' }).waitFor();
  return page;
}

/** The first hour of a coming day in which the podcast room is free. */
async function aFreeHour(page: Page): Promise<{ startsAt: string; endsAt: string }> {
  const from = Date.now() + 48 * 3_600_000;
  const to = from + 8 * 24 * 3_600_000;
  const search = new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
  const answer = (await (
    await page.request.get(`/api/v1/hubs/viitasaari/availability?${search}`)
  ).json()) as Availability;
  const slot = answer.items.find(({ resource }) => resource === 'podcast-room')?.freeSlots.at(-1);
  if (!slot) throw new Error('nothing is free');
  return { startsAt: slot.startsAt, endsAt: new Date(Date.parse(slot.startsAt) + 3_600_000).toISOString() };
}

/** As Finns write it: `24.11.` */
const dayAndMonth = (date: string) => `${Number(date.slice(8))}.${Number(date.slice(5, 7))}.`;

/** Goes on by the key to a week after the one that is shown. */
async function turnTo(page: Page, week: number): Promise<void> {
  const title = page.locator('#week-title');
  const wanted = `Viikko ${week}`;
  for (let shown = await title.innerText(); shown !== wanted; shown = await title.innerText()) {
    await page.keyboard.press('PageDown');
    await page.waitForFunction((before) => document.querySelector('#week-title')?.textContent !== before, shown);
  }
}

async function post(page: Page, path: string, data: unknown): Promise<{ id: string }> {
  const response = await page.request.post(`/api/v1${path}`, { data });
  if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as { id: string };
}

export function timesAreFound(stage: Stage): void {
  describe('a time', () => {
    let page: Page;

    beforeAll(async () => {
      page = await signedIn(stage, resident);
    }, 60_000);

    afterAll(() => page?.context().close());

    it('comes with the rules of booking it, and what must be seen to first stands above', async () => {
      await open(page, '/viitasaari/book/vr-headset');
      const rules = page.getByRole('region', { name: 'Hyvä tietää varaamisesta' });
      await rules.waitFor();
      const sentences = await rules.getByRole('listitem').allInnerTexts();
      expect(sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '))).toEqual([
        'Voit varata kerralla vähintään 30 min ja enintään 4 t.',
        'Voit varata enintään 28 päivää etukäteen.',
        'Sinulla voi olla voimassa enintään 2 tällaista varausta kerrallaan.',
        'Voit perua tai siirtää varauksen sen alkuun asti.',
        'Ilmoittaudu, kun olet paikalla: aikaisintaan 15 min ennen alkua ja viimeistään 15 min sen jälkeen. Muuten aika vapautuu muille.',
      ]);
      const need = await page.getByText('Alle 13-vuotias tarvitsee huoltajan suostumuksen.').boundingBox();
      const choice = await page.getByText('Kuinka pitkäksi aikaa?').boundingBox();
      expect(need?.y).toBeLessThan(choice?.y ?? 0);
      expect(await faultsOf(page)).toEqual([]);

      // The studio has rules of its own.
      await open(page, '/viitasaari/book/studio');
      await page.getByText(/enintään 8\s?t\.$/).waitFor();
      await page.getByText(/^Yli 4\s?t kestävä varaus odottaa ensin/).waitFor();
      await page.getByText('8 t', { exact: true }).waitFor();
    }, 60_000);

    it('is booked in the week with the keyboard alone, and the week is remembered', async () => {
      await open(page, '/viitasaari/book/podcast-room');
      await page.getByText('Viikkona', { exact: true }).click();
      const grid = page.getByRole('grid');
      await grid.waitFor();
      expect(await faultsOf(page)).toEqual([]);

      const date = await aUsual('any', page, { from: 8 });
      const week = weekOf(date);
      await tabTo(page, grid.locator('[tabindex="0"]'));
      await turnTo(page, weekNumber(week[0] ?? date));
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('End');
      const place = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      expect(await place()).toMatch(/^sunnuntaina .*kiinni$/);
      await page.keyboard.press('Home');
      for (const _ of week.slice(0, week.indexOf(date) + 1)) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await place()).toMatch(new RegExp(` ${dayAndMonth(date)} .*vapaa, varaa$`));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Varaa', exact: true }));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Varattu!' }).waitFor();
      await page.keyboard.press('Escape');
      await grid
        .getByRole('button', { name: /oma varauksesi$/ })
        .first()
        .waitFor();

      await page.reload();
      await isLoaded(page);
      await grid.waitFor();
      await page.setViewportSize(phone);
      await grid.waitFor({ state: 'detached' });
      await page.setViewportSize({ width: 1280, height: 800 });
    }, 90_000);

    it('is moved and made longer, and is saved as a file for a calendar', async () => {
      await open(page, '/bookings');
      const card = page.getByRole('listitem').filter({ hasText: 'Podcast-huone' }).first();
      const before = await card.locator('.numeric').first().innerText();
      const file = page.waitForEvent('download');
      await card.getByRole('button', { name: /^Lisää kalenteriin/ }).click();
      expect((await file).suggestedFilename()).toBe('Podcast-huone.ics');

      await card.getByRole('button', { name: /^Jatka aikaa/ }).click();
      await page.getByRole('dialog').getByText('1 t', { exact: true }).click();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: 'Jatka varausta' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForFunction((text) => !document.body.innerText.includes(text), before);

      await card.getByRole('link', { name: /^Siirrä/ }).click();
      await page.getByRole('heading', { name: 'Siirrä varaus' }).waitFor();
      await isLoaded(page);
      expect(await faultsOf(page)).toEqual([]);
      // The last time of this week may be about to pass.
      await page.getByRole('button', { name: 'Seuraava viikko' }).click();
      await page
        .getByRole('grid')
        .getByRole('button', { name: /vapaa, varaa$/ })
        .last()
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Siirrä tähän' }).click();
      await page.getByRole('heading', { name: 'Omat varaukset' }).waitFor();
      await isLoaded(page);
      await countBecomes(page.getByRole('listitem').filter({ hasText: before }), 0);
    }, 90_000);

    it('that is taken is waited for, offered when it becomes free, and taken', async () => {
      const other = await signedIn(stage, 'toinen@town.example');
      const time = await aFreeHour(other);
      const { id } = await post(other, '/bookings', { resource: 'podcast-room', ...time });
      await open(page, '/viitasaari/book/podcast-room');
      const taken = page.getByRole('grid').getByRole('button', { name: /varattu, jonota$/ });
      for (let weeks = 0; weeks < 3 && (await taken.count()) === 0; weeks += 1)
        await page.getByRole('button', { name: 'Seuraava viikko' }).click();
      await taken.first().click();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: 'Jonoon' }).click();
      await page.getByText('Olet jonossa ensimmäisenä').waitFor();
      await page.getByRole('dialog').getByRole('link', { name: 'Omat varaukset' }).click();
      await page.getByText('Olet jonossa ensimmäisenä').waitFor();

      await post(other, `/bookings/${id}/cancel`, undefined);
      await page.getByText('Aika vapautui sinulle').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: /^Otan ajan/ }).click();
      await page.getByText('Aika vapautui sinulle').waitFor({ state: 'detached' });
      await countBecomes(page.getByRole('listitem').filter({ hasText: 'Vahvistettu' }), 2);
      await other.context().close();
    }, 90_000);
  });
}
