import type { Page } from 'playwright-core';
import { countBecomes } from './counts.js';
import { faultsOf } from './soundness.js';
import { focusComesTo, tabTo } from './keyboard.js';
import { aPerson, open, signIn } from './person.js';
import { sessionOf } from './sessions.js';
import type { Stage } from './web-app.spec.js';

/** What staff and administrators do around the printers. Last of the day's work: printers change their ways here. */
export function printingIsLookedAfter(stage: Stage): void {
  describe('around the printers', () => {
    let admin: Page;
    let complaints: string[];

    beforeAll(async () => {
      ({ page: admin, complaints } = await aPerson(stage.browser, stage.hub.url));
      await admin.context().addCookies(await sessionOf(stage, 'admin'));
      await open(admin, '/staff');
      await admin.getByRole('link', { name: 'Filamentit' }).waitFor();
    }, 60_000);

    afterAll(() => admin?.context().close());
    afterEach(() => expect(complaints).toEqual([]));

    it('somebody reports a fault by keyboard, and staff see to it', async () => {
      const visitor = await aPerson(stage.browser, stage.hub.url);
      const { page } = visitor;
      await open(page, '/p/printer-3');
      await page.getByRole('link', { name: 'Kirjaudu ja ilmoita viasta' }).click();
      await signIn(page, 'huomaavainen@digikeskus.example');
      await tabTo(page, page.getByRole('button', { name: 'Ilmoita viasta' }));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('Alusta on irti.');
      expect(await faultsOf(page)).toEqual([]);
      await tabTo(page, page.getByRole('button', { name: 'Lähetä ilmoitus' }));
      await page.keyboard.press('Enter');
      await page.getByText('Kiitos! Ilmoitus meni henkilökunnalle.').waitFor();

      const card = admin.getByRole('region', { name: /^Ilmoitetut viat/ }).getByRole('listitem');
      await card.getByText('Alusta on irti.').waitFor();
      await card.getByRole('button', { name: /^Poista käytöstä/ }).click();
      await admin.getByText('Käynnissä oleva tuloste jatkuu loppuun.').waitFor();
      expect(await faultsOf(admin)).toEqual([]);
      await admin.getByRole('dialog').getByRole('button', { name: 'Poista käytöstä' }).click();
      await page.getByText('Alusta on irti.').waitFor();

      await card.getByRole('button', { name: /^Ota takaisin käyttöön/ }).click();
      await card.getByRole('button', { name: /^Hoidettu/ }).click();
      await admin.getByRole('textbox', { name: 'Mitä tehtiin' }).fill('Alusta kiinnitettiin.');
      expect(await faultsOf(admin)).toEqual([]);
      await admin.getByRole('dialog').getByRole('button', { name: 'Hoidettu' }).click();
      await card.waitFor({ state: 'detached' });
      await focusComesTo(admin, admin.getByRole('heading', { level: 1 }));
      await page.getByText('Alusta on irti.').waitFor({ state: 'detached' });
      expect(visitor.complaints).toEqual([]);
      await page.context().close();
    }, 120_000);

    it('a spool is made, loaded, weighed, described and put away', async () => {
      await open(admin, '/staff/filament');
      await admin.getByLabel('Väri').fill('vihreä');
      await admin.getByRole('button', { name: 'Lisää', exact: true }).click();
      await admin.getByText(/^Rulla lisättiin numerolla/).waitFor();
      await admin.getByRole('link', { name: /PLA · vihreä$/ }).click();
      await admin.getByRole('button', { name: /^Lataa tulostimeen/ }).click();
      await admin.getByText('3D-tulostin 2', { exact: true }).click();
      await admin.getByRole('radiogroup', { name: 'Filamenttipaikka' }).getByText('2', { exact: true }).click();
      expect(await faultsOf(admin)).toEqual([]);
      await admin.getByRole('dialog').getByRole('button', { name: 'Lataa tulostimeen' }).click();
      await admin.getByText('3D-tulostin 2, paikka 2').waitFor();

      await admin.getByRole('button', { name: /^Korjaa paino/ }).click();
      await admin.getByLabel('Filamenttia, grammaa').fill('912,5');
      expect(await faultsOf(admin)).toEqual([]);
      await admin.getByRole('dialog').getByRole('button', { name: 'Tallenna' }).click();
      await admin.getByText('Paino korjattiin: Punnittu').waitFor();
      await admin.getByText('−87,5 g').waitFor();

      await admin.getByLabel('Värikoodi').fill('vihreä');
      await admin.getByText('Värikoodissa on kuusi merkkiä', { exact: false }).waitFor();
      expect(await faultsOf(admin)).toEqual([]);
      await admin.getByLabel('Värikoodi').fill('#2E7D32');
      await admin.getByLabel('Valmistaja').fill('Kelaamo');
      await admin.getByRole('button', { name: 'Tallenna' }).click();
      await admin.getByText('Tallennettu.').waitFor();
      await admin.getByText('Kelaamo', { exact: true }).waitFor();

      // Though what was taken from it is not told again.
      await admin.route('**/spools/*/history', () => undefined);
      await admin.getByRole('button', { name: /^Ota pois tulostimesta/ }).press('Enter');
      await focusComesTo(admin, admin.getByRole('heading', { name: 'PLA · vihreä' }));
      await admin.getByRole('button', { name: /^Poista käytöstä/ }).click();
      await admin.getByText(/^Poistettu käytöstä/).waitFor();
      await admin.unroute('**/spools/*/history');
      await focusComesTo(admin, admin.getByRole('heading', { name: 'PLA · vihreä' }));
      await admin.getByRole('link', { name: 'Rulliin' }).click();
      const name = admin.getByRole('link', { name: /PLA · vihreä$/ });
      await admin.getByRole('button', { name: 'Näytä myös käytöstä poistetut' }).click();
      await name.waitFor();
      expect(await faultsOf(admin)).toEqual([]);
      await admin.getByRole('button', { name: 'Piilota käytöstä poistetut' }).click();
      await name.waitFor({ state: 'detached' });
    }, 120_000);

    it('the rule of approval is changed by keyboard, and nobody overwrites what somebody else has changed', async () => {
      await open(admin, '/staff/print-rules');
      await tabTo(admin, admin.getByRole('radio', { name: 'Henkilökunta katsoo jokaisen tulosteen' }));
      await admin.keyboard.press('ArrowDown');
      const minutes = admin.getByLabel('Tulostusaika enintään (minuuttia)');
      await tabTo(admin, minutes);
      await admin.keyboard.press('Control+A');
      await admin.keyboard.type('kauan');
      await admin.getByText('Kirjoita kokonaisluku väliltä', { exact: false }).waitFor();
      expect(await faultsOf(admin)).toEqual([]);
      await minutes.fill('45');
      const form = admin.locator('form').first();
      await tabTo(admin, form.getByRole('button', { name: 'Tallenna' }));
      await admin.keyboard.press('Enter');
      await admin.getByText(/^Tallennettu\. Sääntö koskee/).waitFor();

      const rule = { isEnabled: false, maxMinutes: 20, maxGrams: 50, minDonePrints: 0, induction: null };
      const path = '/api/v1/hubs/viitasaari/print-approval';
      expect((await admin.request.put(path, { data: rule })).status()).toBe(200);
      await minutes.fill('60');
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await admin.getByRole('button', { name: 'Hae nykyiset tiedot' }).click();
      await minutes.waitFor({ state: 'detached' });
      expect(await (await admin.request.get(path)).json()).toMatchObject(rule);
    }, 120_000);

    it('the limit of filament is taken away and set again', async () => {
      await open(admin, '/staff/print-rules');
      const form = admin.locator('form').nth(1);
      await form.getByText('Niin paljon kuin haluaa').click();
      await form.getByRole('button', { name: 'Lisää materiaali' }).click();
      await form.getByRole('textbox', { name: 'Materiaali', exact: true }).fill('PETG');
      expect(await faultsOf(admin)).toEqual([]);
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await form.getByText('Tallennettu.').waitFor();
      await form.getByText('Enintään kuukausirajan verran').click();
      await form.getByRole('button', { name: /^Poista/ }).click();
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await form.getByText('Tallennettu.').waitFor();
    }, 60_000);

    it('a printer is told where its coordinates begin', async () => {
      await open(admin, '/staff/printers/printer-3');
      await admin.getByText('Alustan keskellä (delta)').click();
      await admin.getByLabel('Suuttimen halkaisija (mm)').fill('0,6');
      expect(await faultsOf(admin)).toEqual([]);
      await admin.getByRole('button', { name: 'Tallenna' }).click();
      await admin.getByText('Tallennettu. Jono suunnitellaan uudelleen.').waitFor();
      const facts = await (await admin.request.get('/api/v1/printers/printer-3/facts')).json();
      expect(facts).toMatchObject({ bedOrigin: 'centre', nozzleDiameterMillimetres: 0.6 });
    }, 60_000);

    it('every thing has a label with a code, and the paper has nothing else on it', async () => {
      await open(admin, '/staff/qr-codes');
      const labels = admin.locator('.qr-label');
      await labels.first().waitFor();
      const { items } = (await (await admin.request.get('/api/v1/hubs/viitasaari/resources')).json()) as {
        items: unknown[];
      };
      await countBecomes(labels, items.length);
      expect(await faultsOf(admin)).toEqual([]);
      await admin.emulateMedia({ media: 'print' });
      expect(await admin.getByRole('img', { name: 'QR-koodi: 3D-tulostin 1' }).isVisible()).toBe(true);
      expect(await admin.getByRole('navigation').isVisible()).toBe(false);
      expect(await admin.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
      await admin.emulateMedia({ media: 'screen' });
    }, 60_000);
  });
}
