import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { book, call } from './book-by-request.js';
import { aPerson, isLoaded, open, signIn } from './person.js';
import { longPrint, printBecomes, sendPrint } from './print-by-request.js';
import { aColleague } from './sessions.js';
import { faultsOf } from './soundness.js';
import { aUsual } from './usual-day.js';
import type { Stage } from './web-app.spec.js';

/** Opens what a button asks, looks at it, and goes back by Escape to where it was opened from. */
async function lookInto(page: Page, opener: Locator): Promise<void> {
  await opener.press('Enter');
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await dialog.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
}

/** The dialogs that no other story stops at. */
export function everyQuestionIsAccessible(stage: Stage): void {
  describe('a question', () => {
    let admin: Page;
    let resident: Page;
    let complaints: string[][];

    beforeAll(async () => {
      const [colleague, somebody] = [await aColleague(stage, 'admin'), await aPerson(stage.browser, stage.hub.url)];
      [admin, resident] = [colleague.page, somebody.page];
      complaints = [colleague.complaints, somebody.complaints];
      await open(resident, '/prints');
      await signIn(resident, 'kyselija@town.example');
      await resident.getByRole('link', { name: 'Omat tiedot' }).waitFor();
    }, 60_000);

    afterAll(async () => {
      for (const page of [admin, resident]) await page?.context().close();
    });
    afterEach(() => expect(complaints.flat()).toEqual([]));

    it('about a print and its printer is sound, and leads back to where it was asked', async () => {
      const id = await sendPrint(resident, { buffer: longPrint, preferredPrinter: 'printer-2' });
      await open(admin, '/staff');
      for (const name of [/^Pyydä muutoksia/, /^Hylkää/]) {
        await lookInto(admin, admin.getByRole('button', { name }).first());
      }
      await open(resident, `/prints/${id}`);
      await lookInto(resident, resident.getByRole('button', { name: 'Peru tuloste' }));

      expect((await admin.request.post(`/api/v1/print-jobs/${id}/approve`)).status()).toBe(200);
      await printBecomes(admin, id, 'printing');
      for (const name of ['Tauko 3D-tulostin 2', 'Keskeytä tulostus 3D-tulostin 2']) {
        await lookInto(admin, admin.getByRole('button', { name }));
      }
      await resident.request.post(`/api/v1/print-jobs/${id}/cancel`);
      await printBecomes(admin, id, 'cancelled');
      await lookInto(admin, admin.getByRole('button', { name: /^Tulostusalusta tyhjennetty/ }).first());
      await eventually('the plate is cleared', async () => {
        return (await admin.request.post('/api/v1/printers/printer-2/clear-plate')).status() === 202;
      });
    }, 240_000);

    it('about the care of a printer is sound, and leads back to where it was asked', async () => {
      const tasks = '/printers/printer-1/care/tasks';
      const { id } = await call<{ id: string }>(admin, 'POST', tasks, { name: 'Puhdista suutin', everyHours: 100 });
      await open(admin, '/staff/printers/printer-1');
      for (const name of [/^Tehty/, /^Poista huoltotyö/]) {
        await lookInto(admin, admin.getByRole('button', { name }).first());
      }
      await admin.request.delete(`/api/v1${tasks}/${id}`);
    }, 120_000);

    it('about a booking or one’s devices is sound, and leads back to where it was asked', async () => {
      const startsAt = Date.parse(`${await aUsual('Tue', admin)}T08:00:00Z`);
      const { id } = await book(resident, startsAt, 1, { pool: 'pc' });
      await open(resident, '/bookings');
      await lookInto(resident, resident.getByRole('button', { name: /^Peru/ }).first());
      await resident.request.post(`/api/v1/bookings/${id}/cancel`);

      const elsewhere = await aPerson(stage.browser, stage.hub.url);
      await open(elsewhere.page, '/bookings');
      await signIn(elsewhere.page, 'kyselija@town.example');
      await elsewhere.page.getByRole('link', { name: 'Omat tiedot' }).waitFor();
      await open(resident, '/account');
      await isLoaded(resident);
      await lookInto(resident, resident.getByRole('button', { name: 'Kirjaa ulos muilta laitteilta' }));
      await elsewhere.page.context().close();
    }, 120_000);
  });
}
