import type { Cookie } from 'playwright-core';
import { aPerson, open, signIn } from './person.js';
import type { Stage } from './web-app.spec.js';

const sessions = new WeakMap<Stage, Promise<Cookie[]>>();

/** The administrator, signed in once for all who ask: an address is sent only so many codes. */
export function adminSession(stage: Stage): Promise<Cookie[]> {
  const known = sessions.get(stage) ?? signInAdmin(stage);
  sessions.set(stage, known);
  return known;
}

async function signInAdmin({ browser, hub }: Stage): Promise<Cookie[]> {
  const { page } = await aPerson(browser, hub.url);
  await open(page, '/sign-in');
  await signIn(page, 'admin@digikeskus.example');
  await page.getByRole('link', { name: 'Työvuoro' }).waitFor();
  const cookies = await page.context().cookies();
  await page.context().close();
  return cookies;
}
