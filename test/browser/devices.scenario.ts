import type { Page } from 'playwright-core';
import { violationsOf } from './accessibility.js';
import { faultsOf } from './soundness.js';
import { aPerson, open, phone, signIn } from './person.js';
import type { Stage } from './web-app.spec.js';

const wall = { width: 1920, height: 1080 };

async function codeOn(screen: Page): Promise<string> {
  const code = screen.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  await code.waitFor();
  return code.innerText();
}

async function enter(admin: Page, code: string, name: string): Promise<void> {
  await admin.getByLabel('Laitteen näyttämä koodi').fill(code);
  await admin.getByLabel('Nimi', { exact: true }).fill(name);
  await admin.getByRole('button', { name: 'Liitä', exact: true }).click();
}

const cardOf = (admin: Page, name: string) => admin.getByRole('listitem').filter({ hasText: name });

async function remove(admin: Page, name: string): Promise<void> {
  await cardOf(admin, name)
    .getByRole('button', { name: /^Poista/ })
    .click();
  await admin.getByText('Näyttö siirtyy heti liittämissivulle.').waitFor();
  expect(await faultsOf(admin)).toEqual([]);
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Kyllä, poista' }).click();
  await cardOf(admin, name).waitFor({ state: 'detached' });
}

export function screensArePaired(stage: Stage): void {
  describe('a screen', () => {
    // Signs in once for all: an address is sent only so many codes.
    let admin: Page;
    let complaints: string[];

    beforeAll(async () => {
      ({ page: admin, complaints } = await aPerson(stage.browser, stage.hub.url));
      await open(admin, '/staff/devices');
      await signIn(admin, 'admin@digikeskus.example');
      await cardOf(admin, 'Esittelyn silta').waitFor();
    }, 60_000);

    afterAll(() => admin?.context().close());

    it('is paired by the code it shows, renamed, and sent back when it is removed', async () => {
      const kiosk = await aPerson(stage.browser, stage.hub.url, { viewport: wall });
      await kiosk.page.goto('/kiosk/pair');
      const code = await codeOn(kiosk.page);
      expect(await violationsOf(kiosk.page)).toEqual([]);

      await enter(admin, '2222-2222', 'Aulan näyttö');
      await admin.getByRole('alert').getByText('Koodi ei kelpaa.').waitFor();
      await enter(admin, code.toLowerCase().replace('-', ' '), 'Aulan näyttö');
      await admin.getByText('Aulan näyttö on liitetty.').waitFor();
      await kiosk.page.getByRole('heading', { name: 'Vapaana nyt' }).waitFor();
      expect(new URL(kiosk.page.url()).pathname).toBe('/kiosk/viitasaari');
      await cardOf(admin, 'Aulan näyttö').getByText('Näyttö', { exact: true }).waitFor();

      await cardOf(admin, 'Aulan näyttö')
        .getByRole('button', { name: /^Nimeä/ })
        .click();
      await admin.getByRole('dialog').getByLabel('Nimi').fill('Lasiseinä');
      expect(await faultsOf(admin)).toEqual([]);
      await admin.getByRole('dialog').getByRole('button', { name: 'Tallenna' }).click();
      await cardOf(admin, 'Lasiseinä').waitFor();
      expect(await faultsOf(admin)).toEqual([]);

      await kiosk.page.goto('/kiosk/pair');
      await kiosk.page.getByRole('heading', { name: 'Vapaana nyt' }).waitFor();
      await remove(admin, 'Lasiseinä');
      for (const text of [
        'Tämän näytön liitos on poistettu.',
        'Skärmens anslutning har tagits bort.',
        'This screen’s pairing has been removed.',
      ]) {
        await kiosk.page.getByText(text).waitFor();
      }
      expect(await codeOn(kiosk.page)).not.toBe(code);
      expect(await violationsOf(kiosk.page)).toEqual([]);
      expect([...complaints, ...kiosk.complaints]).toEqual([]);
      await kiosk.page.context().close();
    }, 90_000);

    it('says when it has no connection, and shows a new code when the old one is over', async () => {
      const kiosk = await aPerson(stage.browser, stage.hub.url, { viewport: phone });
      await kiosk.page.goto('/kiosk/pair');
      const code = await codeOn(kiosk.page);
      await kiosk.page.context().setOffline(true);
      await kiosk.page.getByRole('alert').getByText('Palvelimeen ei saada yhteyttä.').waitFor();
      expect(await violationsOf(kiosk.page)).toEqual([]);

      await enter(admin, code, 'Ovinäyttö');
      await cardOf(admin, 'Ovinäyttö').getByText('Odottaa laitetta').waitFor();
      await remove(admin, 'Ovinäyttö');
      await kiosk.page.context().setOffline(false);
      await kiosk.page.getByText(code).waitFor({ state: 'detached' });
      await codeOn(kiosk.page);
      expect(await kiosk.page.getByRole('alert').count()).toBe(0);
      await kiosk.page.context().close();
    }, 90_000);

    it('that never was paired shows the board and asks nobody who it is', async () => {
      const kiosk = await aPerson(stage.browser, stage.hub.url, { viewport: wall });
      const asked: string[] = [];
      kiosk.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await open(kiosk.page, '/kiosk/viitasaari');
      await kiosk.page.getByRole('heading', { name: 'Vapaana nyt' }).waitFor();
      expect(asked).toContain('/api/v1/hubs/viitasaari/board');
      expect(asked).not.toContain('/api/v1/devices/current');
      await kiosk.page.context().close();
    }, 60_000);
  });
}
