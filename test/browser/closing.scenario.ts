import { atHub } from '../support/hub-clock.js';
import { book } from './book-by-request.js';
import { focusComesTo } from './keyboard.js';
import { open } from './person.js';
import { faultsOf } from './soundness.js';
import { aColleague } from './sessions.js';
import { aUsual } from './usual-day.js';
import type { Stage } from './web-app.spec.js';

export function staffClose(stage: Stage): void {
  it('shows staff whom it concerns before a thing is put out of order or the hub is closed', async () => {
    const { page, complaints } = await aColleague(stage, 'staff');
    await open(page, '/staff/closing');
    await page.getByRole('heading', { name: 'Sulje digikeskus joksikin aikaa' }).waitFor();
    const date = await aUsual('Thu', page, { from: 8 });
    await book(page, atHub(date, '10:00'), 1, { resource: 'camera-kit' });

    await page.getByRole('button', { name: 'Poista käytöstä Kamerapaketti' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Syy').fill('Jalusta on rikki');
    await dialog.getByRole('button', { name: 'Katso, keitä tämä koskee' }).click();
    await dialog.getByText(/^Yksi varaus perutaan/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Takaisin' }).click();

    await page.getByRole('button', { name: 'Poista käytöstä Tietokone 3' }).click();
    await dialog.getByLabel('Syy').fill('Näyttö vaihdetaan');
    await dialog.getByRole('button', { name: 'Katso, keitä tämä koskee' }).click();
    await dialog.getByRole('button', { name: 'Poista käytöstä' }).click();
    await page.getByText('Näyttö vaihdetaan').waitFor();
    await page.getByRole('button', { name: 'Palauta käyttöön Tietokone 3' }).click();
    await page.getByText('Näyttö vaihdetaan').waitFor({ state: 'detached' });

    await page.getByLabel('Suljetaan', { exact: true }).fill(date);
    await page.getByLabel('Syy').fill('Sähkökatko');
    await page.getByRole('button', { name: 'Katso, keitä tämä koskee' }).click();
    await page.getByText(/perutaan, ja/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sulje ja kerro varaajille' }).click();
    await page.getByRole('heading', { name: 'Sähkökatko' }).waitFor();
    await page.getByRole('button', { name: 'Peru sulkeminen Sähkökatko' }).click();
    await page.getByText('Poikkeavia sulkemisia ei ole.').waitFor();
    await focusComesTo(page, page.getByRole('heading', { name: /^Tulevat sulkemiset/ }));
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);
}
