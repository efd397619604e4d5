import type { Page } from 'playwright-core';
import type { MyConsents } from '#libs/contracts';
import { untilSucceeds } from '../support/until-succeeds.js';
import { tellDatabase } from '../support/hub-database.js';
import { countBecomes } from './counts.js';
import { tabTo } from './keyboard.js';
import { aPerson, isLoaded, open, phone, signIn } from './person.js';
import { faultsOf } from './soundness.js';
import type { Stage } from './web-app.spec.js';

const consentsOf = async (page: Page) => (await (await page.request.get('/api/v1/me/consents')).json()) as MyConsents;

/** The code that a mail would have brought. */
function mailedCode(page: Page, email: string): Promise<string> {
  return untilSucceeds(async () => {
    const mails = (await (await page.request.get(`/api/v1/demo/mailbox?to=${email}`)).json()) as { text: string }[];
    const code = /\b\d{6}\b/.exec(mails[0]?.text ?? '')?.[0];
    if (code === undefined) throw new Error('no mail yet');
    return code;
  });
}

export function signingInIsPlain(stage: Stage): void {
  describe('somebody who signs in', () => {
    it('does so with the keyboard alone, and has agreed to the terms that were shown', async () => {
      const email = 'nappaimisto@example.org';
      const { page, complaints } = await aPerson(stage.browser, stage.hub.url, { viewport: phone });
      await open(page, '/sign-in');
      await page.getByText('Kirjautumalla hyväksyt käyttöehdot ja tietosuojaselosteen (versio').waitFor();
      await tabTo(page, page.getByRole('link', { name: 'Lue ne uudessa välilehdessä' }));
      await open(page, '/sign-in');
      await tabTo(page, page.getByLabel('Sähköpostiosoite'));
      await page.keyboard.type(email);
      await page.keyboard.press('Enter');
      await page.getByLabel('Kuusinumeroinen koodi').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tabTo(page, page.getByLabel('Kuusinumeroinen koodi'));
      await page.keyboard.type(await mailedCode(page, email));
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Omat tiedot' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/');
      const { isCurrent, currentVersion, items } = await consentsOf(page);
      expect([isCurrent, items.map(({ version }) => version)]).toEqual([true, [currentVersion]]);
      expect(complaints).toEqual([]);
      await page.context().close();
    }, 60_000);

    it('is told to wait after five wrong codes', async () => {
      const { page } = await aPerson(stage.browser, stage.hub.url);
      await open(page, '/sign-in');
      await page.getByLabel('Sähköpostiosoite').fill('arvaaja@example.org');
      await page.getByRole('button', { name: 'Lähetä koodi' }).click();
      const right = await mailedCode(page, 'arvaaja@example.org');
      const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
      const tryCode = async (code: string) => {
        await page.getByLabel('Kuusinumeroinen koodi').fill(code);
        const answered = page.waitForResponse((response) => response.url().endsWith('/auth/sessions'));
        await page.getByRole('button', { name: 'Kirjaudu sisään' }).click();
        return (await answered).status();
      };
      for (let tries = 0; tries < 5; tries += 1) expect(await tryCode(wrong)).toBe(401);
      expect(await tryCode(right)).toBe(429);
      await page.getByRole('alert').getByText('Yrityksiä on ollut liian monta').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    }, 60_000);

    it('is shown the terms when they have changed since, and agrees when there is time', async () => {
      const email = 'ehdot@example.org';
      const { page } = await aPerson(stage.browser, stage.hub.url, { viewport: phone });
      await open(page, '/sign-in');
      await signIn(page, email);
      await page.getByRole('link', { name: 'Omat tiedot' }).waitFor();
      const changed = page.getByText('Käyttöehdot tai tietosuojaseloste on muuttunut');
      expect(await changed.count()).toBe(0);
      await tellDatabase(
        stage.hub,
        `UPDATE consent SET version = '2019-01' WHERE account_id = (SELECT id FROM account WHERE email = $1)`,
        [email],
      );
      await open(page, '/');
      await changed.waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Hyväksyn' }).click();
      await changed.waitFor({ state: 'detached' });
      const { isCurrent, items } = await consentsOf(page);
      expect([isCurrent, items.length, items.at(-1)?.version]).toEqual([true, 2, '2019-01']);
      await open(page, '/prints');
      expect(await changed.count()).toBe(0);
      await page.context().close();
    }, 60_000);

    it('sees on which devices, and signs one of them out from another', async () => {
      const email = 'laitteet@example.org';
      const lost = await aPerson(stage.browser, stage.hub.url, { viewport: phone });
      const home = await aPerson(stage.browser, stage.hub.url);
      for (const { page } of [lost, home]) {
        await open(page, '/account');
        await signIn(page, email);
        await page.getByRole('heading', { name: 'Kirjautumiset' }).waitFor();
      }
      await home.page.reload();
      await home.page.getByText('Tämä laite').waitFor();
      const end = home.page.getByRole('button', { name: /^Kirjaa ulos: / });
      await countBecomes(end, 1);
      expect(await faultsOf(home.page)).toEqual([]);
      await end.click();
      await home.page.getByText('Kirjautuminen on päätetty.').waitFor();
      await home.page.getByText('Et ole kirjautuneena muualla.').waitFor();

      await lost.page.reload();
      await isLoaded(lost.page);
      await lost.page.getByText('Kirjaudu, niin näet omat tietosi.').waitFor();
      expect((await lost.page.request.get('/api/v1/me')).status()).toBe(401);
      expect((await home.page.request.get('/api/v1/me')).status()).toBe(200);
      await lost.page.context().close();
      await home.page.context().close();
    }, 60_000);
  });
}
