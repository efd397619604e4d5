import type { Page } from 'playwright-core';
import { atHub } from '../support/hub-clock.js';
import { book } from './book-by-request.js';
import { tabTo } from './keyboard.js';
import { aPerson, open } from './person.js';
import { faultsOf } from './soundness.js';
import { sessionOf } from './sessions.js';
import { aUsual } from './usual-day.js';
import type { Stage } from './web-app.spec.js';

const ruleRow = (page: Page, name: string) => page.locator('.rule-row').filter({ has: page.getByText(name) });

export function rulesAreSet(stage: Stage): void {
  it('shows where each rule comes from, and whom a change concerns before it is made', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.hub.url);
    await page.context().addCookies(await sessionOf(stage, 'admin'));
    await open(page, '/staff/rules/resource/podcast-room');
    const date = await aUsual('Tue', page, { from: 8 });
    await book(page, atHub(date, '10:00'), 3, { resource: 'podcast-room' });

    await page.getByRole('button', { name: 'Muuta Pisin varaus' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Oma sääntö').click();
    await dialog.getByLabel('Minuuttia').fill('90');
    await dialog.getByRole('button', { name: 'Tallenna' }).click();
    await dialog.getByText(/^(Yksi tuleva varaus|\d+ tulevaa varausta) ei täytä uutta sääntöä/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tallenna silti' }).click();
    await page.getByText('Tallennettu: Pisin varaus').waitFor();
    await ruleRow(page, 'Pisin varaus').getByText('1 t 30 min').waitFor();
    await ruleRow(page, 'Pisin varaus').getByText('Oma sääntö').waitFor();

    await page.getByRole('button', { name: 'Muuta Pisin varaus' }).click();
    await dialog.getByLabel('Minuuttia').fill('60');
    const change = await page.request.patch('/api/v1/hubs/viitasaari/policies/resource/podcast-room', {
      data: { holdMinutes: 5 },
    });
    expect(change.status()).toBe(200);
    await dialog.getByRole('button', { name: 'Tallenna' }).click();
    await dialog.getByRole('button', { name: 'Hae nykyiset tiedot' }).click();
    await ruleRow(page, 'Vahvistamaton aika').getByText('5 min').waitFor();
    await ruleRow(page, 'Pisin varaus').getByText('1 t 30 min').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('lets go of an own rule and sets when an induction lapses, by the keyboard alone', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.hub.url);
    await page.context().addCookies(await sessionOf(stage, 'admin'));
    const put = await page.request.put('/api/v1/hubs/viitasaari/policies/resource/podcast-room', {
      data: { maxDurationMinutes: 90, inductionKind: 'podcast' },
    });
    expect(put.status()).toBe(200);
    await open(page, '/staff/rules');
    const level = page.getByLabel('Minkä säännöt?');
    await tabTo(page, level);
    await page.keyboard.type('Podcast');
    await ruleRow(page, 'Pisin varaus').getByText('Oma sääntö').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Muuta Pisin varaus' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('radio', { name: 'Oma sääntö' }));
    await page.keyboard.press('ArrowUp');
    await tabTo(page, dialog.getByRole('button', { name: 'Tallenna' }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await ruleRow(page, 'Pisin varaus').getByText('Oma sääntö').waitFor({ state: 'detached' });

    await tabTo(page, page.getByRole('button', { name: 'Muuta podcast' }));
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('radio', { name: 'Ei raukea' }));
    await page.keyboard.press('ArrowDown');
    await tabTo(page, dialog.getByRole('button', { name: 'Tallenna' }));
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Raukeaa, jos laitetta ei käytä 365 päivään').waitFor();
    await page.request.put('/api/v1/hubs/viitasaari/policies/resource/podcast-room', { data: {} });
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);
}
