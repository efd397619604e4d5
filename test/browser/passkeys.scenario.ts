import { faultsOf } from './soundness.js';
import { aPerson, isLoaded, open, phone, signIn } from './person.js';
import { addPasskey, plugInAuthenticator, signOutAndInAgain, type SecureStage } from './secure-stage.js';

const email = 'asukas@digikeskus.example';
const calmly = 'Mitään ei muuttunut, ja voit yrittää uudelleen.';

export function passkeysAreKept(stage: SecureStage): void {
  it('lets a resident add a passkey, think better of it, rename and remove it', async () => {
    const { page, complaints } = await aPerson(stage.browser, stage.url, { viewport: phone });
    const authenticator = await plugInAuthenticator(page);
    await open(page, '/account');
    await signIn(page, email);
    await isLoaded(page);

    await authenticator.answers(false);
    await page.getByLabel('Pääsyavaimen nimi').fill('Puhelin');
    await page.getByRole('button', { name: 'Lisää pääsyavain' }).click();
    await page.getByRole('status').getByText(calmly).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await authenticator.answers(true);
    await addPasskey(page, 'Puhelin');
    expect(await page.getByText(calmly).count()).toBe(0);

    await page.getByRole('button', { name: 'Vaihda nimi: Puhelin' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Pääsyavaimen nimi').fill('Vanha puhelin');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByRole('button', { name: 'Poista Vanha puhelin' }).waitFor();

    await signOutAndInAgain(page, email, '/account');
    await authenticator.answers(false);
    await page.getByRole('button', { name: 'Käytä pääsyavainta' }).click();
    await page.getByRole('status').getByText(calmly).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await authenticator.answers(true);
    await page.getByRole('button', { name: 'Käytä pääsyavainta' }).click();

    await page.getByRole('button', { name: 'Poista Vanha puhelin' }).click();
    await page.getByRole('alertdialog').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Kyllä, poista' }).click();
    await page.getByText('Pääsyavain on poistettu.').waitFor();
    await page.getByRole('button', { name: 'Poista Vanha puhelin' }).waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.id === 'passkeys-title');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);
}
