import type { Browser, CDPSession, Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import type { IdentityProvider } from '../support/identity-provider.js';
import type { TestHub } from '../support/hub.js';
import { aPerson, open, signIn, type Person } from './person.js';

/** A hub where whoever works needs a second factor, at an address that passkeys work at. */
export interface SecureStage {
  hub: TestHub;
  browser: Browser;
  url: string;
  provider: IdentityProvider;
}

/** An authenticator in the browser, as a phone with a fingerprint would be one. */
export interface Authenticator {
  /** Whether its owner touches it when asked, and is recognised. */
  answers(isWilling: boolean): Promise<void>;
}

export async function plugInAuthenticator(page: Page): Promise<Authenticator> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  const { authenticatorId } = await addAuthenticator(devTools);
  return {
    answers: async (isWilling) => {
      await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: isWilling });
    },
  };
}

function addAuthenticator(devTools: CDPSession): Promise<{ authenticatorId: string }> {
  return devTools.send('WebAuthn.addVirtualAuthenticator', {
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
export function codeOf(secret: string, ahead = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 });
}

/** Somebody who works here and is led to set up a second factor first. */
export async function aNewcomer(
  { browser, url }: SecureStage,
  email: string,
  viewport?: { width: number; height: number },
): Promise<Person> {
  const person = await aPerson(browser, url, viewport && { viewport });
  const { page } = person;
  await open(page, '/sign-in');
  await signIn(page, email);
  await page.getByRole('heading', { name: 'Suojaa kirjautumisesi' }).waitFor();
  await page.getByRole('heading', { name: 'Palautuskoodit' }).waitFor();
  return person;
}

export async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel('Pääsyavaimen nimi').fill(name);
  await page.getByRole('button', { name: 'Lisää pääsyavain' }).click();
  await page.getByRole('button', { name: `Poista ${name}` }).waitFor();
}

/** Sets up an authenticator app. @returns its secret, as somebody would type it */
export async function addApp(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Ota sovellus käyttöön' }).click();
  await page.getByRole('img', { name: 'QR-koodi todennussovellukselle' }).waitFor();
  const secret = await page.locator('.security-secret').innerText();
  await page.getByLabel('Sovelluksen näyttämä koodi').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Vahvista koodi' }).click();
  await page.getByRole('button', { name: 'Poista sovellus' }).waitFor();
  return secret;
}

export async function signOut(page: Page): Promise<void> {
  await open(page, '/account');
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await page.getByRole('link', { name: 'Kirjaudu' }).waitFor();
}

export async function signOutAndInAgain(page: Page, email: string, next = '/staff'): Promise<void> {
  await signOut(page);
  await open(page, `/sign-in?next=${next}`);
  await signIn(page, email);
  await page.getByText('Vahvista vielä kirjautuminen').waitFor();
}

export async function reachTheStaffPage(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Tulostusjono' }).waitFor();
  if (new URL(page.url()).pathname !== '/staff') throw new Error(`this is ${page.url()}`);
}
