import type { Series } from '#libs/contracts';
import { addDays } from '../../apps/web/src/shared/calendar/week-days.js';
import { atHub } from '../support/hub-clock.js';
import { book } from './book-by-request.js';
import { countBecomes } from './counts.js';
import { tabTo } from './keyboard.js';
import { aPerson, isLoaded, open } from './person.js';
import { faultsOf } from './soundness.js';
import { sessionOf } from './sessions.js';
import { aUsual } from './usual-day.js';
import type { Stage } from './web-app.spec.js';

const threeWeeks = { from: 8, weeks: 3 };

export function seriesAreMade(stage: Stage): void {
  it('shows staff every date of a series before it is made, and leaves out those that will not do', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.hub.url);
    await page.context().addCookies(await sessionOf(stage, 'staff'));
    const first = await aUsual('any', page, threeWeeks);
    await book(page, atHub(addDays(first, 7), '12:00'), 1, { resource: 'pc-2' });
    await open(page, '/staff/series');
    await page.getByLabel('Mitä varataan?').selectOption('resource/pc-2');
    await page.getByText('Tietokone 3', { exact: true }).last().click();
    await page.getByLabel('Ensimmäinen päivä').fill(first);
    await page.getByLabel('Alkaa klo').fill('12:00');
    await page.getByLabel('Päättyy klo').fill('11:00');
    await page.getByText('Lopun pitää olla samana päivänä alun jälkeen.').waitFor();
    await page.getByLabel('Päättyy klo').fill('13:00');
    await page.getByRole('textbox', { name: 'Kertoja' }).fill('3');
    await page.getByLabel('Mihin tarkoitukseen?').fill('Koodikerho');
    await page.getByRole('button', { name: 'Katso päivät' }).click();
    await page.getByText('Yksi päivä 3 päivästä ei onnistu').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole('button', { name: 'Varaa 3 päivää' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByText('Jätä ne pois').click();
    await page.getByRole('button', { name: 'Varaa 2 päivää' }).click();
    await page.getByRole('heading', { name: 'Koodikerho, Tietokone 2, Tietokone 3' }).waitFor();
    await page.getByRole('heading', { name: /^Pois jätetyt päivät/ }).waitFor();
    await countBecomes(page.getByText('Vahvistettu'), 2);
    expect(await faultsOf(page)).toEqual([]);

    const id = new URL(page.url()).pathname.split('/').at(-1);
    const series = (await (await page.request.get(`/api/v1/series/${id}`)).json()) as Series;
    await page
      .getByRole('button', { name: /^Muuta/ })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel('Alkaa klo').fill('11:30');
    // The page hears of the other's change live; here it is slower than whoever presses the button.
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => (goOn = resolve));
    await page.route(`**/api/v1/series/${id}`, async (route) => {
      await slow;
      await route.continue();
    });
    const other = `/api/v1/bookings/${series.instances[1]?.bookingId}/cancel`;
    expect((await page.request.post(other)).status()).toBe(200);
    await page.getByRole('dialog').getByRole('button', { name: 'Katso, mitä muuttuu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hae nykyiset tiedot' }).waitFor();
    goOn();
    await page.getByRole('dialog').getByRole('button', { name: 'Hae nykyiset tiedot' }).click();
    await page.getByText('Peruttu').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('is opened from the calendar, moved from one date on and cancelled, by the keyboard alone', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.hub.url);
    await page.context().addCookies(await sessionOf(stage, 'staff'));
    const first = await aUsual('any', page, threeWeeks);
    const startsAt = `${first}T15:00`;
    const wish = { resource: 'podcast-room', rrule: 'FREQ=WEEKLY;COUNT=3', startsAt, durationMinutes: 60 };
    const made = await page.request.post('/api/v1/series', { data: wish });
    expect(made.status()).toBe(201);
    await open(page, '/staff/calendar');
    await page.getByLabel('Päivä', { exact: true }).first().fill(addDays(first, 7));
    await page
      .locator('li[data-thing="podcast-room"]')
      .getByRole('button', { name: /15\.00.*Vahvistettu$/ })
      .press('Enter');
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('link', { name: 'Avaa sarja' }));
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: 'Siirretäänkö vai perutaanko?' }).waitFor();
    await tabTo(page, dialog.getByRole('radio', { name: 'Vain tätä' }));
    await page.keyboard.press('ArrowDown');
    for (const label of ['Alkaa klo', 'Päättyy klo']) {
      await tabTo(page, dialog.getByLabel(label));
      // The hour comes first in every language.
      await page.keyboard.press('ArrowUp');
    }
    await tabTo(page, dialog.getByRole('button', { name: 'Katso, mitä muuttuu' }));
    await page.keyboard.press('Enter');
    await dialog
      .getByText(/16\.00–\u206017\.00/)
      .first()
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tabTo(page, dialog.getByRole('button', { name: 'Siirrä 2 päivää' }));
    await page.keyboard.press('Enter');
    await page.getByText('2 päivää muutettu').waitFor();
    await isLoaded(page);

    await page
      .getByRole('button', { name: /^Muuta/ })
      .first()
      .press('Enter');
    await tabTo(page, dialog.getByRole('radio', { name: 'Vain tätä' }));
    await page.keyboard.press('ArrowUp');
    await tabTo(page, dialog.getByRole('radio', { name: 'Siirretään' }));
    await page.keyboard.press('ArrowDown');
    await tabTo(page, dialog.getByRole('button', { name: 'Katso, mitä muuttuu' }));
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: 'Peru 3 päivää' }));
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('3 päivää muutettu').waitFor();
    await countBecomes(page.getByText('Peruttu'), 3);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);
}
