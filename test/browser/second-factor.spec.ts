import type { Browser, Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import { startHub, type TestHub } from '../support/hub.js';
import { freePort } from '../support/process.js';
import { violationsOf } from './accessibility.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { aPerson, open, phone, signIn, type Person } from './person.js';

/** Gives the page an authenticator that answers at once, as a phone with a fingerprint would. */
async function plugInAuthenticator(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** @param ahead steps of half a minute: a code that was used is not taken again, one of the next step is */
function codeOf(secret: string, ahead = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 });
}

async function reachTheStaffPage(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Tulostusjono' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/staff');
}

describeInBrowser('a second factor in a real browser', () => {
  let hub: TestHub;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    // Browsers bind passkeys to a name, never to an IP address.
    url = `http://localhost:${port}`;
    [hub, browser] = await Promise.all([
      startHub({ port, env: { PUBLIC_URL: url, STAFF_SECOND_FACTOR: 'required' } }),
      launchChromium(),
    ]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hub?.remove();
  }, 60_000);

  /** Somebody who works here and is told to set up a second factor first. */
  async function aNewcomer(email: string, viewport?: typeof phone): Promise<Person> {
    const person = await aPerson(browser, url, viewport && { viewport });
    const { page } = person;
    await open(page, '/staff');
    await signIn(page, email);
    await page.getByRole('link', { name: 'Ota käyttöön' }).click();
    await page.getByRole('heading', { name: 'Palautuskoodit' }).waitFor();
    return person;
  }

  async function signOutAndInAgain(page: Page, email: string): Promise<void> {
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
    await page.getByRole('link', { name: 'Kirjaudu' }).waitFor();
    await open(page, '/sign-in?next=/staff');
    await signIn(page, email);
    await page.getByText('Vahvista vielä kirjautuminen').waitFor();
  }

  it('lets staff in with the code from the mail and the passkey they added, not with the code alone', async () => {
    const { page, complaints } = await aNewcomer('staff@digikeskus.example');
    await plugInAuthenticator(page);
    await page.getByLabel('Pääsyavaimen nimi').fill('Työpuhelin');
    await page.getByRole('button', { name: 'Lisää pääsyavain' }).click();
    await page.getByRole('button', { name: 'Poista Työpuhelin' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);

    await signOutAndInAgain(page, 'staff@digikeskus.example');
    expect(await page.getByRole('link', { name: 'Työvuoro' }).count()).toBe(0);
    expect((await page.request.get('/api/v1/bookings?mine=true')).status()).toBe(403);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Käytä pääsyavainta' }).click();
    await reachTheStaffPage(page);

    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('lets staff in with a code of the app they read the QR code with, or with a recovery code, once', async () => {
    const email = 'admin@digikeskus.example';
    const { page, complaints } = await aNewcomer(email, phone);
    await page.getByRole('button', { name: 'Ota sovellus käyttöön' }).click();
    await page.getByRole('img', { name: 'QR-koodi todennussovellukselle' }).waitFor();
    const secret = await page.locator('.security-secret').innerText();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('Sovelluksen näyttämä koodi').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Vahvista koodi' }).click();
    await page.getByRole('button', { name: 'Poista sovellus' }).waitFor();
    await page.getByRole('button', { name: 'Luo palautuskoodit' }).click();
    const recoveryCode = await page.locator('.recovery-list code').first().innerText();
    expect(await violationsOf(page)).toEqual([]);

    await signOutAndInAgain(page, email);
    await page.getByLabel('Todennussovelluksen koodi').fill(codeOf(secret, 1));
    await page.getByRole('button', { name: 'Vahvista' }).click();
    await reachTheStaffPage(page);

    await open(page, '/account');
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
});
