import type { Cookie, Page } from 'playwright-core';
import { aPerson, open, signIn } from './person.js';
import type { Stage } from './web-app.spec.js';

/** One sign-in for all scenarios that ask for it here: an address is sent only so many codes. */
const sessions = new WeakMap<Stage, Cookie[]>();

/** The hub's administrator, signed in. */
export async function adminPage(stage: Stage): Promise<Page> {
  const { page } = await aPerson(stage.browser, stage.hub.url);
  const session = sessions.get(stage);
  if (session !== undefined) {
    await page.context().addCookies(session);
    return page;
  }
  await open(page, '/sign-in');
  await signIn(page, 'admin@digikeskus.example');
  await page.getByRole('link', { name: 'Työvuoro' }).waitFor();
  sessions.set(stage, await page.context().cookies());
  return page;
}
