import { focusComesTo, tabTo } from './keyboard.js';
import { aPerson, open, signIn } from './person.js';
import { faultsOf } from './soundness.js';
import type { Stage } from './web-app.spec.js';

const newcomer = 'ensikertalainen@town.example';

export function staffKnowPeople(stage: Stage): void {
  it('lets staff find somebody who is new, note an induction, write a note, block for a while, all of it on record', async () => {
    const visitor = await aPerson(stage.browser, stage.hub.url);
    await open(visitor.page, '/account');
    await signIn(visitor.page, newcomer);
    await visitor.page.getByLabel('Sähköpostiosoite').waitFor({ state: 'detached' });
    await visitor.page.context().close();

    const { page, complaints } = await aPerson(stage.browser, stage.hub.url);
    await open(page, '/staff/people');
    await signIn(page, 'admin@digikeskus.example');
    await page.getByLabel('Nimi tai sähköpostiosoite').fill(newcomer);
    await page.getByRole('link', { name: /ensikertalainen/ }).click();
    await page.getByRole('heading', { name: 'Uusi täällä' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Mihin perehdytetty').fill('vinyl-cutter');
    await page.getByRole('button', { name: 'Merkitse perehdytetyksi' }).click();
    await page.getByRole('heading', { name: /ensikertalainen/ }).waitFor();
    await page.getByRole('button', { name: 'Poista vinyl-cutter' }).waitFor();

    await page.getByLabel('Uusi muistiinpano').fill('Avain palautettu.');
    await page.getByRole('button', { name: 'Tallenna muistiinpano' }).click();
    await page.getByText('Avain palautettu.').waitFor();

    await page.getByRole('button', { name: 'Aseta käyttökielto' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Perustelu').fill('Linssi rikki');
    await dialog.getByText('30 päivää').click();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Aseta käyttökielto' }).click();
    await page.getByText('Linssi rikki').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Poista käyttökielto' }).click();
    await page.getByText('Käyttökieltoja ei ole.').waitFor();
    await focusComesTo(page, page.getByRole('heading', { name: 'Käyttökiellot' }));

    await tabTo(page, page.getByRole('button', { name: 'Anna rooli Henkilökunta' }));
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog');
    await question.getByText('Annetaanko rooli: Henkilökunta?').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await question.getByRole('button', { name: 'Anna rooli' }).click();
    await page.getByRole('button', { name: 'Poista rooli Henkilökunta' }).click();
    await question.getByRole('button', { name: 'Poista rooli' }).click();
    await page.getByRole('button', { name: 'Anna rooli Henkilökunta' }).waitFor();

    await page.getByLabel('Mihin perehdytetty').fill('laser');
    await page.getByRole('button', { name: 'Merkitse perehdytetyksi' }).click();
    await page.getByRole('button', { name: 'Poista laser' }).click();
    await page.getByRole('button', { name: 'Poista laser' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Poista muistiinpano' }).click();
    await page.getByText('Avain palautettu.').waitFor({ state: 'detached' });
    await focusComesTo(page, page.getByRole('heading', { name: 'Muistiinpanot' }));

    await open(page, page.url().replace(stage.hub.url, ''));
    const record = page.getByRole('region', { name: 'Tapahtumat' });
    await record
      .getByText(/asetti käyttökiellon/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);
}
