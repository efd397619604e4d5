import { faultsOf } from './soundness.js';
import { open, phone } from './person.js';
import {
  aNewcomer,
  addApp,
  addPasskey,
  codeOf,
  plugInAuthenticator,
  reachTheStaffPage,
  signOutAndInAgain,
  type SecureStage,
} from './secure-stage.js';

export function staffShowASecondFactor(stage: SecureStage): void {
  it('lets staff in with the code from the mail and the passkey they added, not with the code alone', async () => {
    const email = 'staff@digikeskus.example';
    const { page, complaints } = await aNewcomer(stage, email);
    await open(page, '/staff');
    await page.getByRole('link', { name: 'Ota käyttöön' }).click();
    await page.getByRole('heading', { name: 'Suojaa kirjautumisesi' }).waitFor();
    await plugInAuthenticator(page);
    await addPasskey(page, 'Työpuhelin');
    await page.getByText('Kaksivaiheinen tunnistautuminen on käytössä').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Jatka' }).click();
    await reachTheStaffPage(page);

    await signOutAndInAgain(page, email);
    expect(await page.getByRole('link', { name: 'Työvuoro' }).count()).toBe(0);
    expect((await page.request.get('/api/v1/bookings?mine=true')).status()).toBe(403);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Käytä pääsyavainta' }).click();
    await reachTheStaffPage(page);

    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('lets staff in with a code of the app they read the QR code with, or with a recovery code, once', async () => {
    const email = 'admin@digikeskus.example';
    const { page, complaints } = await aNewcomer(stage, email, phone);
    const secret = await addApp(page);
    await page.getByRole('button', { name: 'Luo palautuskoodit' }).click();
    const recoveryCode = await page.locator('.recovery-list code').first().innerText();
    expect(await faultsOf(page)).toEqual([]);

    await signOutAndInAgain(page, email);
    await page.getByLabel('Todennussovelluksen koodi').fill(codeOf(secret, 1));
    await page.getByRole('button', { name: 'Vahvista' }).click();
    await reachTheStaffPage(page);

    await signOutAndInAgain(page, email);
    await page.getByRole('button', { name: 'Käytä palautuskoodia' }).click();
    await page.getByLabel('Palautuskoodi').fill(recoveryCode);
    await page.getByRole('button', { name: 'Vahvista' }).click();
    await reachTheStaffPage(page);

    await open(page, '/account');
    await page.getByText('9 koodia on käyttämättä.').waitFor();
    await signOutAndInAgain(page, email);
    await page.getByRole('button', { name: 'Käytä palautuskoodia' }).click();
    await page.getByLabel('Palautuskoodi').fill(recoveryCode);
    await page.getByRole('button', { name: 'Vahvista' }).click();
    await page.getByRole('alert').getByText('Tunnistautuminen ei onnistunut').waitFor();
    await page.getByRole('button', { name: 'Keskeytä kirjautuminen' }).click();
    await page.getByLabel('Sähköpostiosoite').waitFor();

    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);
}
