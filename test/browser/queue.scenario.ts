import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { tabTo } from './keyboard.js';
import { aPerson, open, signIn } from './person.js';
import { sendPrint } from './print-by-request.js';
import { aColleague } from './sessions.js';
import { faultsOf } from './soundness.js';
import type { Stage } from './web-app.spec.js';

/** Loaded nowhere, so that what needs it waits. */
const material = 'PEEK';
const names = ['eka.gcode', 'toka.gcode', 'kolmas.gcode'];

export function theQueueIsReordered(stage: Stage): void {
  describe('the queue of prints', () => {
    let staff: Page;
    let owner: Page;
    let ids: string[];
    let complaints: string[][];

    /** Sent one after the other by one person, approved, and waiting. */
    const send = async (name: string): Promise<string> => {
      const id = await sendPrint(owner, { name, material });
      expect((await staff.request.post(`/api/v1/print-jobs/${id}/approve`)).status()).toBe(200);
      return id;
    };

    beforeAll(async () => {
      const [colleague, resident] = [await aColleague(stage, 'staff'), await aPerson(stage.browser, stage.hub.url)];
      [staff, owner] = [colleague.page, resident.page];
      complaints = [colleague.complaints, resident.complaints];
      await open(owner, '/prints');
      await signIn(owner, 'jonottaja@town.example');
      await owner.getByRole('link', { name: 'Omat tiedot' }).waitFor();
      ids = [];
      for (const name of names) ids.push(await send(name));
    }, 120_000);

    afterAll(async () => {
      for (const id of ids ?? []) await staff.request.post(`/api/v1/print-jobs/${id}/cancel`);
      await staff?.context().close();
      await owner?.context().close();
    });
    afterEach(() => expect(complaints.flat()).toEqual([]));

    const queue = () => staff.getByRole('region', { name: /^Tulostusjono/ }).getByRole('listitem');
    const orderIs = (wanted: string[]) =>
      eventually(
        `the queue: ${wanted.join(', ')}`,
        async () => (await queue().getByRole('heading').allTextContents()).join() === wanted.join(),
        15_000,
      );
    /** Nobody who moves a print by keyboard has to look for it again. */
    const keepsFocus = (name: string) =>
      eventually(
        `the focus on ${name}`,
        () => move(name).evaluate((button) => button === document.activeElement),
        5000,
      );
    const move = (name: string) => staff.getByRole('button', { name: `Siirrä jonossa ${name}` });

    it('is changed by keyboard and with a reason, which whoever waits reads at once', async () => {
      await open(staff, '/staff');
      await orderIs(names);
      await open(owner, `/prints/${ids[2]}`);
      await owner.getByText('Jonossa sijalla 3').waitFor();

      await tabTo(staff, move('kolmas.gcode'));
      await staff.keyboard.press('Enter');
      await staff.getByRole('dialog').waitFor();
      await tabTo(staff, staff.getByRole('radio', { name: 'Jonon ensimmäiseksi' }));
      await tabTo(staff, staff.getByRole('textbox', { name: 'Perustelu' }));
      await staff.keyboard.type('Kerho hakee sen tänään.');
      expect(await faultsOf(staff)).toEqual([]);
      await tabTo(staff, staff.getByRole('dialog').getByRole('button', { name: 'Siirrä jonossa' }));
      await staff.keyboard.press('Enter');

      await orderIs(['kolmas.gcode', 'eka.gcode', 'toka.gcode']);
      await staff.getByText('Henkilökunta siirsi tulosteen jonon ensimmäiseksi: Kerho hakee sen tänään.').waitFor();
      await keepsFocus('kolmas.gcode');
      await owner.getByText('Jonossa sijalla 1').waitFor();
      await owner.getByText('Henkilökunta siirsi tulosteen jonon ensimmäiseksi: Kerho hakee sen tänään.').waitFor();
      expect(await faultsOf(owner)).toEqual([]);
    }, 120_000);

    it('is changed for no reason by nobody, and a print goes back to its own turn', async () => {
      await move('eka.gcode').click();
      await staff.getByRole('radio', { name: 'Jonon viimeiseksi' }).check();
      const send = staff.getByRole('dialog').getByRole('button', { name: 'Siirrä jonossa' });
      await send.click();
      await staff.getByRole('textbox', { name: 'Perustelu' }).fill('Tulosteella ei ole kiire.');
      await send.click();
      await orderIs(['kolmas.gcode', 'toka.gcode', 'eka.gcode']);
      await keepsFocus('eka.gcode');

      await move('kolmas.gcode').click();
      await staff.getByRole('radio', { name: 'Takaisin omalle paikalleen' }).check();
      expect(await faultsOf(staff)).toEqual([]);
      await send.click();
      await orderIs(['toka.gcode', 'kolmas.gcode', 'eka.gcode']);
      await owner.getByText('Jonossa sijalla 2').waitFor();

      // The same words about the same print come anew, or a screen reader would keep silent.
      const told = staff.getByRole('status').getByText('kolmas.gcode siirrettiin. Jono lasketaan uudelleen.');
      const before = await told.elementHandle();
      await move('kolmas.gcode').click();
      await staff.getByRole('radio', { name: 'Jonon viimeiseksi' }).check();
      await staff.getByRole('textbox', { name: 'Perustelu' }).fill('Tulosteella ei ole kiire.');
      await send.click();
      await orderIs(['toka.gcode', 'eka.gcode', 'kolmas.gcode']);
      expect(await before?.evaluate((element) => element.isConnected)).toBe(false);
      expect(await told.count()).toBe(1);
    }, 120_000);
  });
}
