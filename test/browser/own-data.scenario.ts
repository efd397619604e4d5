import { readFile } from 'node:fs/promises';
import { unzip } from '../support/unzip.js';
import { tabTo } from './keyboard.js';
import { aPerson, isLoaded, open, phone, signIn } from './person.js';
import { faultsOf } from './soundness.js';
import type { Stage } from './web-app.spec.js';

const email = 'lahtija@example.org';

export function ownDataLeave(stage: Stage): void {
  it('takes everything along, deletes the account with the keyboard alone, and comes back as a stranger', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.hub.url, { viewport: phone });
    await open(page, '/account');
    await signIn(page, email);
    await page.getByLabel('Nimi', { exact: true }).fill('Lähtijä Lasse');
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByText('Tallennettu.').waitFor();
    await isLoaded(page);
    expect(await faultsOf(page)).toEqual([]);

    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Lataa omat tiedot' }).click();
    const archive = await unzip(await readFile(await (await coming).path()));
    const data = JSON.parse(String(archive.get('data.json'))) as { account: { id: string; email: string }[] };
    expect(data.account).toMatchObject([{ email, displayName: 'Lähtijä Lasse' }]);
    const reader = await page.context().newPage();
    await reader.setContent(String(archive.get('index.html')));
    await reader.getByRole('heading', { name: 'Tietosi Digikeskuksessa' }).waitFor();
    await reader.getByText('Lähtijä Lasse').waitFor();
    await reader.getByText('suomi', { exact: true }).first().waitFor();
    expect(await faultsOf(reader)).toEqual([]);
    await reader.close();

    await tabTo(page, page.getByRole('button', { name: 'Poista tili…' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('Poistetaanko tilisi?').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tabTo(page, dialog.getByRole('checkbox'));
    await page.keyboard.press('Space');
    await tabTo(page, dialog.getByRole('button', { name: 'Poista tili pysyvästi' }));
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Kirjaudu' }).waitFor();
    expect((await page.request.get('/api/v1/me')).status()).toBe(401);

    await open(page, '/account');
    await signIn(page, email);
    await page.getByLabel('Nimi', { exact: true }).waitFor();
    const me = (await (await page.request.get('/api/v1/me')).json()) as { id: string; displayName: string };
    expect(me.id).not.toBe(data.account[0]?.id);
    expect(me.displayName).not.toContain('Lasse');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);
}
