import { aPerson, open, signIn } from './person.js';
import { faultsOf } from './soundness.js';
import type { Stage } from './web-app.spec.js';

export function staffKnowPeople(stage: Stage): void {
  it('lets staff find somebody, write a note, block for a while and note an induction, all of it on record', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.hub.url);
    await open(page, '/staff/people');
    await signIn(page, 'admin@digikeskus.example');
    // Somebody is the hub's to know once he or she has to do with it.
    await page.getByLabel('Nimi tai sähköpostiosoite').waitFor();
    await page.evaluate(async () => {
      const body = JSON.stringify({ person: 'asukas@digikeskus.example', kind: 'vinyl-cutter' });
      const headers = { 'content-type': 'application/json' };
      await fetch('/api/v1/hubs/viitasaari/inductions', { method: 'POST', headers, body });
    });
    await page.getByLabel('Nimi tai sähköpostiosoite').fill('asukas@digikeskus.example');
    await page.getByRole('link', { name: 'Aino Asukas' }).click();
    await page.getByRole('heading', { name: 'Aino Asukas' }).waitFor();

    await page.getByLabel('Uusi muistiinpano').fill('Avain palautettu.');
    await page.getByRole('button', { name: 'Tallenna muistiinpano' }).click();
    await page.getByText('Avain palautettu.').waitFor();

    await page.getByRole('button', { name: 'Aseta käyttökielto' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Perustelu').fill('Linssi rikki');
    await dialog.getByText('30 päivää').click();
    await dialog.getByRole('button', { name: 'Aseta käyttökielto' }).click();
    await page.getByText('Linssi rikki').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Poista käyttökielto' }).click();
    await page.getByText('Käyttökieltoja ei ole.').waitFor();

    await page.getByLabel('Mihin perehdytetty').fill('laser');
    await page.getByRole('button', { name: 'Merkitse perehdytetyksi' }).click();
    await page.getByRole('button', { name: 'Poista laser' }).click();
    await page.getByRole('button', { name: 'Poista laser' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Poista muistiinpano' }).click();
    await page.getByText('Avain palautettu.').waitFor({ state: 'detached' });

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
