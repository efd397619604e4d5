import type { Page } from 'playwright-core';
import { faultsOf } from './soundness.js';
import { aPerson, open } from './person.js';
import { addPasskey, plugInAuthenticator, signOut, type SecureStage } from './secure-stage.js';

const kaisa = {
  email: 'kaisa@town.example',
  email_verified: true,
  name: 'Korhonen Kaisa',
  groups: ['digi-staff'],
};

/** Fills in whatever the provider asks on the way, and comes back. */
async function identify(page: Page, stage: SecureStage): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill('kaisa');
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(({ origin }) => origin === stage.url);
}

export function comesByTheTownsOwnSignIn(stage: SecureStage): void {
  it('brings staff from the town’s own sign-in to the second step, first to set it up and then to show it', async () => {
    await stage.provider.know('kaisa', kaisa);
    const { page, complaints } = await aPerson(stage.browser, stage.url);
    await plugInAuthenticator(page);
    await open(page, '/sign-in?next=/staff');
    await page.getByRole('link', { name: 'Kunnan tunnus' }).click();
    await identify(page, stage);
    await page.getByRole('heading', { name: 'Suojaa kirjautumisesi' }).waitFor();
    await addPasskey(page, 'Avain');
    await page.getByRole('link', { name: 'Jatka' }).click();
    await page.getByRole('heading', { name: 'Tulostusjono' }).waitFor();

    await signOut(page);
    await open(page, '/sign-in?next=/staff');
    await page.getByRole('link', { name: 'Kunnan tunnus' }).click();
    await page.getByText('Vahvista vielä kirjautuminen').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Käytä pääsyavainta' }).click();
    await page.getByRole('heading', { name: 'Tulostusjono' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);
}
