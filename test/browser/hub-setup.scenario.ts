import type { Page } from 'playwright-core';
import type { Me } from '#libs/contracts';
import { tabTo } from './keyboard.js';
import { aPerson, open, signIn } from './person.js';
import { faultsOf } from './soundness.js';
import { thingsAreKept } from './things.scenario.js';
import { sessionOf } from './sessions.js';
import { aUsual } from './usual-day.js';
import type { Stage } from './web-app.spec.js';

const hourMs = 3_600_000;
const leftOut = /^(Yksi varaus|\d+ varausta) jäisi aukioloajan ulkopuolelle$/;
const path = '/api/v1/hubs/viitasaari/opening';

/** An administrator sets when the hub is open and what is in it; staff read it. */
export function theHubIsSetUp(stage: Stage): void {
  describe('the hub itself', () => {
    let admin: Page;
    let complaints: string[];

    beforeAll(async () => {
      ({ page: admin, complaints } = await aPerson(stage.browser, stage.hub.url));
      await admin.context().addCookies(await sessionOf(stage, 'admin'));
      await open(admin, '/staff/hours');
      await admin.getByRole('heading', { name: 'Tavallinen viikko' }).waitFor();
    }, 60_000);

    afterAll(() => admin?.context().close());
    afterEach(() => expect(complaints).toEqual([]));

    it('says whose booking another week would leave outside before it is saved, and leaves it', async () => {
      const startsAt = `${await aUsual('Tue', admin)}T08:00:00Z`;
      const times = { startsAt, endsAt: new Date(Date.parse(startsAt) + hourMs).toISOString() };
      const made = await admin.request.post('/api/v1/bookings', { data: { resource: 'camera-kit', ...times } });
      expect(made.status()).toBe(201);
      const before = (await (await admin.request.get(path)).json()) as object;
      await admin.getByRole('button', { name: 'Muuta tavallista viikkoa' }).click();
      const dialog = admin.getByRole('dialog');
      const tuesday = dialog.getByRole('group', { name: 'tiistai' });
      await tuesday.getByLabel('Avataan').fill('14:00');
      await admin.getByRole('button', { name: 'Katso, mitä muutos tekee' }).click();
      await admin.getByText(leftOut).waitFor();
      await dialog.getByText(/Kamerapaketti/).waitFor();
      await admin
        .getByText(/14\.00–\u206020\.00 \(nyt 9\.00–\u206020\.00\)/)
        .first()
        .waitFor();
      expect(await (await admin.request.get(path)).json()).toEqual(before);
      expect(await faultsOf(admin)).toEqual([]);

      await tuesday.getByLabel('Avataan').fill('08:00');
      await admin.getByText(leftOut).waitFor({ state: 'detached' });
      await admin.getByRole('button', { name: 'Katso, mitä muutos tekee' }).click();
      await admin.getByText('Yksikään varaus ei jää aukioloajan ulkopuolelle.').waitFor();
      await admin.getByRole('button', { name: 'Tallenna muutos' }).click();
      await dialog.waitFor({ state: 'detached' });
      await admin
        .getByRole('region', { name: 'Tulevat päivät' })
        .getByText(/8\.00–\u206020\.00/)
        .first()
        .waitFor();
    }, 90_000);

    it('takes a day that differs by keyboard alone, and loses it again', async () => {
      await open(admin, '/staff/hours');
      await tabTo(admin, admin.getByRole('button', { name: 'Lisää poikkeava päivä' }));
      await admin.keyboard.press('Enter');
      const dialog = admin.getByRole('dialog');
      // A date field is typed as the browser's language has it; this one writes what every browser reads.
      await dialog.getByLabel('Päivä', { exact: true }).fill(await aUsual('Wed', admin));
      await tabTo(admin, dialog.getByRole('radio', { name: 'Kiinni koko päivän' }));
      await admin.keyboard.press('ArrowRight');
      await dialog.getByRole('group', { name: 'Aukioloaika' }).waitFor();
      expect(await faultsOf(admin)).toEqual([]);
      await admin.keyboard.press('ArrowLeft');
      await tabTo(admin, dialog.getByLabel('Syy (ei pakollinen)'));
      await admin.keyboard.type('Kehittämispäivä');
      await admin.keyboard.press('Enter');
      await dialog.getByText(/muuttuu yksi päivä/).waitFor();
      await tabTo(admin, dialog.getByRole('button', { name: 'Tallenna muutos' }));
      await admin.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      const exceptions = admin.getByRole('region', { name: /^Poikkeavat päivät/ });
      await exceptions.getByText('Kehittämispäivä').waitFor();

      await tabTo(admin, exceptions.getByRole('button', { name: /^Poista/ }).first());
      await admin.keyboard.press('Enter');
      const question = admin.getByRole('alertdialog');
      await question.getByText(/muuttuu yksi päivä/).waitFor();
      expect(await faultsOf(admin)).toEqual([]);
      await tabTo(admin, question.getByRole('button', { name: 'Tallenna muutos' }));
      await admin.keyboard.press('Enter');
      await exceptions.getByText('Poikkeavia päiviä ei ole tiedossa.').waitFor();
    }, 90_000);

    it('has seasons, whose days are told from those that are none', async () => {
      const seasons = admin.getByRole('region', { name: /^Kaudet/ });
      await seasons.getByRole('button', { name: 'Lisää kausi' }).click();
      const dialog = admin.getByRole('dialog');
      await dialog.getByLabel('Kauden nimi').fill('Kesä');
      await dialog.getByLabel('Ensimmäinen päivä').fill('1.6.');
      await dialog.getByLabel('Viimeinen päivä').fill('31.6.');
      await dialog.getByText('Tällaista päivää ei ole.').waitFor();
      await dialog.getByLabel('Viimeinen päivä').fill('15.8.');
      await dialog.getByRole('button', { name: 'Poista maanantai 09:00' }).click();
      await dialog.getByRole('button', { name: 'Sama kuin edellisenä päivänä (tiistai)' }).click();
      await dialog.getByRole('button', { name: 'Katso, mitä muutos tekee' }).click();
      await dialog.getByText(/^Yksikään varaus ei jää|jäisi aukioloajan ulkopuolelle$/).waitFor();
      expect(await faultsOf(admin)).toEqual([]);
      await dialog.getByRole('button', { name: 'Tallenna muutos' }).click();
      await seasons.getByText('1.6.–15.8.').waitFor();
      await seasons.getByRole('button', { name: 'Poista Kesä' }).click();
      await admin.getByRole('alertdialog').getByRole('button', { name: 'Tallenna muutos' }).click();
      await seasons.getByText(/^Kausia ei ole/).waitFor();
    }, 90_000);

    it('is not opened at other times over what somebody else has changed meanwhile', async () => {
      const date = `${path}/exceptions/${await aUsual('Wed', admin)}`;
      await open(admin, '/staff/hours');
      await admin.getByRole('button', { name: 'Muuta tavallista viikkoa' }).click();
      const dialog = admin.getByRole('dialog');
      await dialog.getByRole('group', { name: 'tiistai' }).getByLabel('Avataan').fill('08:00');
      const others = await admin.request.put(date, { data: { hours: [], reason: 'Inventaario' } });
      expect(others.status()).toBe(200);
      await dialog.getByRole('button', { name: 'Katso, mitä muutos tekee' }).click();
      await dialog.getByRole('button', { name: 'Hae nykyiset tiedot' }).waitFor();
      expect(await faultsOf(admin)).toEqual([]);
      await dialog.getByRole('button', { name: 'Hae nykyiset tiedot' }).click();
      await dialog.waitFor({ state: 'detached' });
      await admin.getByText('Inventaario').first().waitFor();
      expect((await admin.request.delete(date)).status()).toBe(200);
    }, 60_000);

    thingsAreKept(() => admin);

    it('is read by staff, who cannot change it', async () => {
      const { page } = await aPerson(stage.browser, stage.hub.url);
      await open(page, '/sign-in');
      await signIn(page, 'vuorossa@digikeskus.example');
      await page.getByRole('link', { name: 'Omat tiedot' }).waitFor();
      const { id } = (await (await page.request.get('/api/v1/me')).json()) as Me;
      const named = await admin.request.put(`/api/v1/people/${id}/roles/viitasaari/staff`);
      expect(named.status()).toBe(204);
      await open(page, '/staff/hours');
      await page.getByText('Niitä muuttaa keskuksen ylläpitäjä.').waitFor();
      const acts = page.getByRole('button', { name: /^(Muuta|Poista|Lisää|Katso)/ });
      expect(await acts.count()).toBe(0);
      await open(page, '/staff/resources');
      await page.getByText('Niitä muuttaa keskuksen ylläpitäjä.').waitFor();
      await page.getByText('Studio', { exact: true }).waitFor();
      expect(await acts.count()).toBe(0);
      await page.context().close();
    }, 60_000);
  });
}
