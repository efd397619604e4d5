import type { Page } from 'playwright-core';
import { countBecomes } from './counts.js';
import { faultsOf } from './soundness.js';
import { book, day, hour, nextStart } from './book-by-request.js';
import { focusComesTo } from './keyboard.js';
import { openTheHub } from './open-hub.js';
import { aPerson, open, signIn } from './person.js';
import { aColleague } from './sessions.js';
import type { Stage } from './web-app.spec.js';

async function signedIn(stage: Stage, email: string): Promise<Page> {
  const { page } = await aPerson(stage.browser, stage.hub.url);
  await open(page, '/sign-in');
  await signIn(page, email);
  await page.getByRole('link', { name: 'Omat tiedot' }).waitFor();
  return page;
}

const cardOf = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

export function bookingsHaveALife(stage: Stage): void {
  describe('the life of a booking', () => {
    // Each signs in once for all: the other scenarios have used up most of the codes that one address is sent.
    let resident: Page;
    let staff: Page;

    beforeAll(async () => {
      resident = await signedIn(stage, 'asukas@digikeskus.example');
      staff = (await aColleague(stage, 'admin')).page;
      await openTheHub(staff, [0, 1, 3, 4]);
    }, 90_000);

    afterAll(async () => {
      await resident?.context().close();
      await staff?.context().close();
    });

    it('is confirmed, checked in and finished by the person who made it', async () => {
      await book(resident, await nextStart(), 1, { pool: 'vr-headset', hold: true });
      await open(resident, '/bookings');
      const card = cardOf(resident, 'VR');
      await card.getByText(/Aika on varattuna sinulle .* asti/).waitFor();
      expect(await faultsOf(resident)).toEqual([]);

      await card.getByRole('button', { name: /^Vahvista/ }).click();
      await card.getByText(/Jos kukaan ei ilmoittaudu klo .* mennessä, aika vapautuu muille/).waitFor();
      await card.getByRole('button', { name: /^Ilmoittaudu/ }).click();
      await card.getByText('Käytössä').waitFor();
      await card.getByRole('button', { name: /^Lopeta/ }).click();
      expect(await faultsOf(resident)).toEqual([]);
      await resident.getByRole('alertdialog').getByRole('button', { name: 'Kyllä, lopeta' }).click();
      await card.getByText('Päättynyt').waitFor();
    }, 90_000);

    it('is seen by staff, who say that the person has come and gone', async () => {
      const start = await nextStart();
      await book(staff, start, 1, { resource: 'podcast-room', purpose: 'Haastattelu' });
      // Just before midnight the start is no longer today: the page's clock is put to it.
      await staff.clock.setFixedTime(start);
      await open(staff, '/staff');
      const row = cardOf(staff, 'Haastattelu');
      await row.getByRole('button', { name: /^Saapui/ }).click();
      await row.getByText(/^Saapui klo/).waitFor();
      await row.getByRole('button', { name: /^Poistui/ }).click();
      await staff.getByRole('alertdialog').getByRole('button', { name: 'Kyllä, lopeta' }).click();
      await row.getByText('Päättynyt').waitFor();
    }, 90_000);

    it('waits for staff when it is long, and its owner reads why it was declined', async () => {
      const start = (await nextStart()) + 3 * day;
      await book(resident, start, 5, { resource: 'studio', purpose: 'Musiikkivideo' });
      await book(resident, start + 6 * hour, 5, { resource: 'studio', purpose: 'Näytelmä' });
      await open(resident, '/bookings');
      await countBecomes(resident.getByText('Odottaa hyväksyntää'), 2);

      await open(staff, '/staff');
      const approved = cardOf(staff, 'Musiikkivideo');
      await approved.getByRole('button', { name: /^Hyväksy/ }).click();
      await approved.waitFor({ state: 'detached' });
      await focusComesTo(staff, staff.getByRole('heading', { name: /^Varauspyynnöt/ }));
      await cardOf(staff, 'Näytelmä')
        .getByRole('button', { name: /^Hylkää/ })
        .click();
      const dialog = staff.getByRole('dialog');
      await dialog.getByLabel('Perustelu').fill('Studio on silloin koulun käytössä.');
      expect(await faultsOf(staff)).toEqual([]);
      await dialog.getByRole('button', { name: 'Hylkää' }).click();
      await cardOf(staff, 'Näytelmä').waitFor({ state: 'detached' });

      await resident.getByText('Henkilökunnan perustelu: Studio on silloin koulun käytössä.').waitFor();
      await resident.getByText('Vahvistettu').first().waitFor();
    }, 90_000);
  });
}
