import { atHub } from '../support/hub-clock.js';
import { book } from './book-by-request.js';
import { countBecomes } from './counts.js';
import { tabTo } from './keyboard.js';
import { desktop, isLoaded, open, phone } from './person.js';
import { aColleague } from './sessions.js';
import { faultsOf } from './soundness.js';
import { aUsual } from './usual-day.js';
import type { Stage } from './web-app.spec.js';

const closures = '/api/v1/hubs/viitasaari/closures';

export function theRecordIsRead(stage: Stage): void {
  it('tells an administrator who did what, and leads to it, by the keyboard alone', async () => {
    const { page, complaints } = await aColleague(stage, 'admin');
    const date = await aUsual('Mon', page, { from: 15 });
    const { startsAt: from, endsAt: to } = await book(page, atHub(date, '10:00'), 1, { resource: 'podcast-room' });
    const change = { data: { holdMinutes: 6 } };
    const changed = await page.request.patch('/api/v1/hubs/viitasaari/policies/resource/podcast-room', change);
    expect(changed.status()).toBe(200);

    await open(page, '/staff');
    await tabTo(page, page.getByText('Asetukset', { exact: true }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'Tapahtumaloki' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Tapahtumaloki' }).waitFor();
    await isLoaded(page);
    const newest = (text: string) => page.locator('.record-entry', { hasText: text }).first();
    await newest('Hilla Hallinta: muutti varaussääntöjä').getByText('Vahvistamaton aika pysyy varattuna').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize(phone);
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize(desktop);

    await tabTo(page, page.getByLabel('Mitä tapahtumat koskevat?'));
    await page.keyboard.type('Varaukset');
    await newest('muutti varaussääntöjä').waitFor({ state: 'detached' });
    await tabTo(page, newest('Hilla Hallinta: teki varauksen').getByRole('link', { name: /^Podcast-huone, ma / }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kalenteri' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/staff/calendar/${date}`);
    await page
      .getByRole('button', { name: /Hilla Hallinta/ })
      .first()
      .waitFor();
    await page.request.put('/api/v1/hubs/viitasaari/policies/resource/podcast-room', { data: {} });

    const closed = await page.request.post(closures, { data: { from, to, reason: 'Sähkötyö' } });
    expect(closed.status()).toBe(201);
    await open(page, '/staff/audit');
    await newest('perui varauksen').getByText('Syy: keskus on silloin kiinni').waitFor();
    const { closure } = (await closed.json()) as { closure: { id: string } };
    await page.request.delete(`${closures}/${closure.id}`);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('goes on to older entries without losing the place, and is not for other staff', async () => {
    const { page, complaints } = await aColleague(stage, 'admin');
    for (let n = 0; n < 51; n += 1) {
      const change = { data: { holdMinutes: 5 + (n % 2) } };
      const changed = await page.request.patch('/api/v1/hubs/viitasaari/policies/resource/podcast-room', change);
      expect(changed.status()).toBe(200);
    }
    await page.request.put('/api/v1/hubs/viitasaari/policies/resource/podcast-room', { data: {} });
    await open(page, '/staff/audit');
    const entries = page.locator('.record-entry');
    expect(await entries.count()).toBe(50);
    await page.getByRole('button', { name: 'Näytä lisää' }).press('Enter');
    await entries.nth(50).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Näytä lisää|Vanhempia/);

    const more = page.getByRole('button', { name: 'Näytä lisää' });
    for (let shown = 100; (await more.count()) > 0; shown += 50) {
      await more.press('Enter');
      await entries.nth(shown).waitFor();
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Vanhempia tapahtumia ei ole.');
    const all = await entries.count();
    const told = await page.getByRole('status').filter({ hasText: 'näkyvissä' }).elementHandle();
    const kind = page.getByLabel('Mitä tapahtumat koskevat?');
    await kind.selectOption('Varaukset');
    await page.locator('.record-entry', { hasText: 'muutti varaussääntöjä' }).first().waitFor({ state: 'detached' });
    await isLoaded(page);
    expect(await told?.textContent()).toMatch(new RegExp(`^${await entries.count()} `));
    await kind.focus();
    await kind.selectOption('Kaikki tapahtumat');
    await countBecomes(entries, all);
    expect(await told?.textContent()).toMatch(new RegExp(`^${all} `));
    expect(await kind.evaluate((select) => select === document.activeElement)).toBe(true);
    await page.context().close();

    const colleague = await aColleague(stage, 'staff');
    await open(colleague.page, '/staff/audit');
    await colleague.page.getByText('Tapahtumaloki on keskuksen ylläpitäjille.').waitFor();
    expect([...complaints, ...colleague.complaints]).toEqual([]);
    await colleague.page.context().close();
  }, 120_000);
}
