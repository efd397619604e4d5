import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

export interface Person {
  page: Page;
  /** What the browser complained about: errors in the page and files the content security policy refused. */
  complaints: string[];
}

/** Somebody with a browser of their own, speaking Finnish. */
export async function aPerson(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({ baseURL: url, viewport: desktop, locale: 'fi-FI', ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints };
}

/** Opens an address and waits until the page has what it asked the server for. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isLoaded(page);
}

/** Waits until nothing on the page is still being fetched for the first time. */
export async function isLoaded(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** Signs in wherever the sign-in form is shown, with the code from the demo mailbox, as the demo's visitors do. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Sähköpostiosoite').fill(email);
  await page.getByRole('button', { name: 'Lähetä koodi' }).click();
  await page.getByRole('button', { name: /^Käytä koodia \d{6}$/ }).click();
}
