import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chooseLaterDay } from './later-day.js';
import { aPerson, open, phone } from './person.js';
import { aColleague } from './sessions.js';
import { languageTags, textsIn, type Say } from './texts.js';
import type { Stage } from './web-app.spec.js';

const cube = join(__dirname, '../fixtures/cube-20mm.gcode');
/** Printing takes its time even at the virtual printers' speed. */
const aPrintMs = 120_000;

async function signIn(page: Page, say: Say, email: string): Promise<void> {
  await page.getByLabel(say('signIn.email')).fill(email);
  await page.getByRole('button', { name: say('signIn.sendCode') }).click();
  await page.getByRole('button', { name: /\d{6}/ }).click();
}

async function bookAndCancel(resident: Page, say: Say): Promise<void> {
  await open(resident, '/');
  await resident
    .getByRole('link', { name: new RegExp(`^${say('home.book')}.*VR`) })
    .first()
    .click();
  await chooseLaterDay(resident);
  await resident.locator('.time-buttons').getByRole('button').last().click();
  const dialog = resident.getByRole('dialog');
  await dialog.getByRole('button', { name: say('booking.book'), exact: true }).click();
  await resident.getByRole('heading', { name: say('booking.doneTitle') }).waitFor();
  await dialog.getByRole('link', { name: say('nav.bookings') }).click();
  await resident.getByRole('button', { name: new RegExp(`^${say('bookingAct.cancel')}`) }).click();
  await resident.getByRole('button', { name: say('bookingYes.cancel') }).click();
  await resident.getByText(say('bookingState.cancelled')).waitFor();
}

async function printAndCollect(pages: { resident: Page; staff: Page; kiosk: Page }, say: Say): Promise<void> {
  const { resident, staff, kiosk } = pages;
  await open(resident, '/prints/new');
  await resident.locator('input[type=file]').setInputFiles(cube);
  await resident.getByRole('button', { name: say('sendPrint.submit'), exact: true }).click();
  await resident.getByText(say('printState.awaiting_review')).waitFor();
  await staff.getByRole('button', { name: new RegExp(`^${say('review.approve')}`) }).click();
  await staff.getByText(say('review.none')).waitFor();
  await resident.getByText(say('history.approved')).waitFor();
  await Promise.all([
    resident.getByText(say('printSentence.printing')).waitFor({ timeout: aPrintMs }),
    kiosk.getByRole('progressbar').first().waitFor({ timeout: aPrintMs }),
  ]);
  await staff.getByRole('button', { name: say('plate.clear') }).click({ timeout: aPrintMs });
  await staff.getByRole('button', { name: say('plate.confirm') }).click();
  await resident.getByRole('button', { name: say('pickUp.collect') }).click({ timeout: aPrintMs });
  await resident
    .getByText(say('pickUp.collected', { when: '' }).split(' ')[0] ?? '')
    .first()
    .waitFor();
}

export function everyLanguageIsSpoken(stage: Stage): void {
  describe('the way of a resident, of staff and of the screen', () => {
    it.each(languageTags)(
      'is gone in %s, everybody seeing it live',
      async (locale) => {
        const say = textsIn(locale);
        const { browser, hub } = stage;
        const people = await Promise.all([
          aPerson(browser, hub.url, { locale, viewport: phone }),
          aColleague(stage, 'staff', { locale }),
          aPerson(browser, hub.url, { locale, viewport: { width: 1920, height: 1080 } }),
        ]);
        const [resident, staff, kiosk] = people.map(({ page }) => page) as [Page, Page, Page];
        await open(resident, '/sign-in');
        await signIn(resident, say, `resident-${locale.toLowerCase()}@town.example`);
        await resident.getByRole('link', { name: say('nav.account') }).waitFor();
        await bookAndCancel(resident, say);

        await open(staff, '/staff');
        await open(kiosk, '/kiosk/viitasaari');
        await kiosk.getByRole('heading', { name: say('kiosk.freeNow') }).waitFor();
        await printAndCollect({ resident, staff, kiosk }, say);
        expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
        await Promise.all(people.map(({ page }) => page.context().close()));
      },
      300_000,
    );
  });
}
