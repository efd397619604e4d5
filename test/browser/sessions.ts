import type { BrowserContextOptions, Cookie } from 'playwright-core';
import { aPerson, open, signIn, type Person } from './person.js';
import type { Stage } from './web-app.spec.js';

type Name = 'staff' | 'admin';

const sessions = new WeakMap<Stage, Map<Name, Promise<Cookie[]>>>();

/** One of the hub's own people, signed in once for all who ask: an address is sent only so many codes. */
export function sessionOf(stage: Stage, name: Name): Promise<Cookie[]> {
  const known = sessions.get(stage) ?? new Map<Name, Promise<Cookie[]>>();
  sessions.set(stage, known);
  const session = known.get(name) ?? signedIn(stage, name);
  known.set(name, session);
  return session;
}

/** The same in a browser of their own. */
export async function aColleague(stage: Stage, name: Name, options: BrowserContextOptions = {}): Promise<Person> {
  const person = await aPerson(stage.browser, stage.hub.url, options);
  await person.page.context().addCookies(await sessionOf(stage, name));
  return person;
}

async function signedIn({ browser, hub }: Stage, name: Name): Promise<Cookie[]> {
  const { page } = await aPerson(browser, hub.url);
  await open(page, '/sign-in');
  await signIn(page, `${name}@digikeskus.example`);
  await page.getByRole('link', { name: 'Työvuoro' }).waitFor();
  const cookies = await page.context().cookies();
  await page.context().close();
  return cookies;
}
