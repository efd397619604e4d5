import { atHub } from '../support/hub-clock.js';
import { book } from './book-by-request.js';
import { isLoaded, open } from './person.js';
import { faultsOf } from './soundness.js';
import { aColleague } from './sessions.js';
import { aUsual } from './usual-day.js';
import type { Stage } from './web-app.spec.js';

export function staffPlan(stage: Stage): void {
  it('shows staff everything on one calendar, where a booking is moved by mouse or by keyboard', async () => {
    const { page, complaints } = await aColleague(stage, 'staff');
    await open(page, '/staff/calendar');
    await page.getByRole('heading', { name: 'Studio' }).waitFor();
    const date = await aUsual('Wed', page, { from: 8 });
    await book(page, atHub(date, '10:00'), 1, { resource: 'studio', purpose: 'Kuvaus' });
    await page.getByLabel('Päivä', { exact: true }).first().fill(date);
    const block = page.getByRole('button', { name: /^Studio.*Vahvistettu$/ });
    await block.waitFor();
    const timeOf = async () => (await block.locator('.numeric').innerText()).replaceAll('.', ':');
    const before = await timeOf();
    expect(await faultsOf(page)).toEqual([]);

    await block.focus();
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^Uusi aika: /).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Siirrä tähän' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(
      (old) => document.querySelector('button.plan-block .numeric')?.textContent?.replaceAll('.', ':') !== old,
      before,
    );
    const moved = await timeOf();

    const box = await block.boundingBox();
    if (!box) throw new Error('the block is not drawn');
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 10 + box.width * 2, box.y + 12, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('dialog').getByRole('button', { name: 'Siirrä tähän' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(
      (old) => document.querySelector('button.plan-block .numeric')?.textContent?.replaceAll('.', ':') !== old,
      moved,
    );

    const lineOf = (thing: string) => page.locator(`li[data-thing="${thing}"]`);
    await lineOf('podcast-room').scrollIntoViewIfNeeded();
    const [from, to] = [await block.boundingBox(), await lineOf('podcast-room').boundingBox()];
    if (!from || !to) throw new Error('the lines are not drawn');
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 11, to.y + to.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Siirrä tähän' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const elsewhere = lineOf('podcast-room').getByRole('button', { name: /Onni Ohjaaja/ });
    await elsewhere.focus();
    await page.keyboard.press('m');
    await page.keyboard.press('Shift+ArrowUp');
    await page.getByText(/^Uusi aika: .*, Studio$/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Siirrä tähän' }).press('Enter');
    await block.waitFor();

    await page.getByText('Viikko', { exact: true }).click();
    await isLoaded(page);
    await page
      .getByRole('table')
      .getByRole('button', { name: /^Studio/ })
      .click();
    await page.getByRole('dialog').getByText('Kuvaus').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Siirrä…' }).click();
    await page.getByLabel('Uusi alkamisaika').fill('03:00');
    await page.getByRole('dialog').getByRole('button', { name: 'Siirrä tähän' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Takaisin' }).click();
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);
}
