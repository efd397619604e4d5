import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { faultsOf } from './soundness.js';
import { aPerson, open, phone, signIn } from './person.js';
import type { Stage } from './web-app.spec.js';

const guardianEmail = 'hilkka@example.org';

export function guardiansConsent(stage: Stage): void {
  describe('a young person', () => {
    let young: Page;
    let guardian: Page;
    let complaints: string[];

    beforeAll(async () => {
      ({ page: young, complaints } = await aPerson(stage.browser, stage.hub.url));
      ({ page: guardian } = await aPerson(stage.browser, stage.hub.url, { viewport: phone }));
      await open(young, '/account');
      await signIn(young, 'nelli@example.org');
      await young.getByRole('heading', { name: 'Profiili' }).waitFor();
    }, 60_000);

    afterAll(async () => {
      await young?.context().close();
      await guardian?.context().close();
    });

    /** The address in the guardian's last mail of this subject. */
    async function linkIn(subject: string): Promise<string> {
      let path: string | undefined;
      await eventually(`a mail about ${subject}`, async () => {
        const answer = await fetch(`${stage.hub.url}/api/v1/demo/mailbox?to=${guardianEmail}`);
        const mails = (await answer.json()) as { subject: string; text: string }[];
        path = mails.find((mail) => mail.subject.startsWith(subject))?.text.match(/\/consent\/[\w-]+/)?.[0];
        return path !== undefined;
      });
      return path ?? '';
    }

    it('tells about himself or herself, and is told which field is wrong', async () => {
      await young.getByLabel('Nimi', { exact: true }).fill('Nelli Niskanen');
      await young.getByLabel('Puhelinnumero').fill('soita äidille');
      await young.getByLabel('Kotikunta').fill('Viitasaari');
      await young.getByText('13–17').click();
      await young.getByRole('button', { name: 'Tallenna', exact: true }).click();
      await young.getByText('Kirjoita puhelinnumero numeroin').waitFor();
      expect(await faultsOf(young)).toEqual([]);
      await young.getByLabel('Puhelinnumero').fill('040 123 4567');
      await young.getByRole('button', { name: 'Tallenna', exact: true }).click();
      await young.getByText('Tallennettu.').waitFor();
      await open(young, '/account');
      expect(await young.getByLabel('Puhelinnumero').inputValue()).toBe('040 123 4567');
      expect(await young.getByLabel('Kotikunta').inputValue()).toBe('Viitasaari');
      expect(await young.getByRole('radio', { name: '13–17' }).isChecked()).toBe(true);
    }, 60_000);

    it('adds an organisation, sees that it waits, and leaves it again', async () => {
      await young.getByLabel('Lisää organisaatio').fill('Nuorten paja ry');
      await young.getByRole('button', { name: 'Etsi' }).click();
      await young.getByText('Yhdistys tai säätiö').click();
      expect(await faultsOf(young)).toEqual([]);
      await young.getByRole('button', { name: 'Lisää Nuorten paja ry' }).click();
      await young.getByText('Odottaa vahvistusta').waitFor();
      await young.getByRole('button', { name: 'Poista organisaatio Nuorten paja ry omista tiedoistasi' }).click();
      await young.getByText('Et ole kertonut kuuluvasi mihinkään organisaatioon.').waitFor();
    }, 60_000);

    it('asks the guardian, who consents by the link without signing in, once', async () => {
      await young.getByLabel('Huoltajan sähköpostiosoite').fill(guardianEmail);
      await young.getByRole('button', { name: 'Pyydä huoltajan suostumus' }).click();
      await young.getByText('Odottaa vastausta').waitFor();
      expect(await faultsOf(young)).toEqual([]);

      const link = await linkIn('Huoltajan suostumusta pyydetään');
      await open(guardian, link);
      await guardian.getByText('Nelli on nimennyt sinut huoltajakseen').waitFor();
      expect(await guardian.locator('body').innerText()).not.toContain('Niskanen');
      expect(await faultsOf(guardian)).toEqual([]);
      await guardian.getByLabel('Oma nimesi').fill('Hilkka Huoltaja');
      await guardian.getByRole('button', { name: 'Annan suostumuksen' }).click();
      await guardian.getByText('Suostumus on annettu. Kiitos!').waitFor();
      expect(await faultsOf(guardian)).toEqual([]);
      await open(guardian, link);
      await guardian.getByText('Tähän on jo vastattu').waitFor();
      await open(guardian, link.slice(0, -4));
      await guardian.getByText('Linkki ei toimi').waitFor();
      expect(await faultsOf(guardian)).toEqual([]);

      await open(young, '/account');
      await young.getByText('Suostumuksen antoi Hilkka Huoltaja.').waitFor();
      expect(await young.getByLabel('Huoltajan sähköpostiosoite').count()).toBe(0);
    }, 60_000);

    it('may ask again after the guardian has withdrawn by the link of the confirmation', async () => {
      const link = await linkIn('Annoit huoltajan suostumuksen');
      await open(guardian, link);
      expect(await faultsOf(guardian)).toEqual([]);
      await guardian.getByRole('button', { name: 'Perun suostumuksen' }).click();
      await guardian.getByText('Suostumus on peruttu.').waitFor();
      await open(young, '/account');
      await young.getByText('Suostumus peruttu').waitFor();
      await young.getByLabel('Huoltajan sähköpostiosoite').waitFor();
      expect(complaints).toEqual([]);
    }, 60_000);

    it('is confirmed in an organisation by staff, who also see that no guardian has consented', async () => {
      await young.getByLabel('Lisää organisaatio').fill('Robottikerho ry');
      await young.getByRole('button', { name: 'Etsi' }).click();
      await young.getByRole('button', { name: 'Lisää Robottikerho ry' }).click();
      await young.getByText('Odottaa vahvistusta').waitFor();
      const { page: staff } = await aPerson(stage.browser, stage.hub.url);
      await open(staff, '/staff/people');
      await signIn(staff, 'admin@digikeskus.example');
      await staff.getByText('Nelli Niskanen Suostumus peruttu').waitFor();
      expect(await faultsOf(staff)).toEqual([]);
      await staff.getByRole('button', { name: 'Vahvista Robottikerho ry' }).click();
      await staff.getByText('Uusia organisaatioita ei ole.').waitFor();
      await staff.getByRole('button', { name: 'Vahvista: Nelli Niskanen, Robottikerho ry' }).click();
      await staff.getByText('Vahvistettavia jäsenyyksiä ei ole.').waitFor();
      await staff.context().close();
      await open(young, '/account');
      await young.getByText('Vahvistettu', { exact: true }).waitFor();
    }, 60_000);

    it('finds the guardian’s page readable on the narrowest phone, in every language', async () => {
      for (const locale of ['fi-FI', 'sv-FI', 'en-GB']) {
        const { page } = await aPerson(stage.browser, stage.hub.url, { locale, viewport: { width: 320, height: 640 } });
        await open(page, `/consent/${'A'.repeat(43)}`);
        await page.getByRole('alert').waitFor();
        expect(await faultsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
        await page.context().close();
      }
    }, 60_000);
  });
}
