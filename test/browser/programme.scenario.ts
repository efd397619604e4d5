import type { Page } from 'playwright-core';
import { hubZone } from '../support/hub-clock.js';
import { call, quarter } from './book-by-request.js';
import { tabTo } from './keyboard.js';
import { openTheHub } from './open-hub.js';
import { aPerson, open } from './person.js';
import { aColleague } from './sessions.js';
import { faultsOf, isCutOff } from './soundness.js';
import type { Stage } from './web-app.spec.js';

const walls = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
];

const hourIn = (timeZone: string) =>
  Number(new Date().toLocaleTimeString('sv', { timeZone, hour: '2-digit', hour12: false }));

/** What is made for today must still end today, whatever the time is at home; and always another zone than there. */
function zoneWithTimeLeft(): string {
  return hourIn('America/New_York') < 21 ? 'America/New_York' : 'Asia/Tokyo';
}

/** A hub with bookings to come stays in its zone: what others have left is ended first. */
async function moveTo(admin: Page, timeZone: string): Promise<void> {
  const ask = () => admin.request.patch('/api/v1/hubs/viitasaari', { data: { timeZone } });
  let answer = await ask();
  while (answer.status() === 409) {
    const { bookings } = (await answer.json()) as { bookings: { id: string }[] };
    for (const { id } of bookings) {
      const cancelled = await admin.request.post(`/api/v1/bookings/${id}/cancel`);
      if (!cancelled.ok()) await call(admin, 'POST', `/bookings/${id}/check-out`);
    }
    answer = await ask();
  }
  expect(answer.status()).toBe(200);
}

/** The quarter of an hour after next, and an hour later. */
function times(timeZone: string): [string, string] {
  const start = Math.ceil(Date.now() / quarter + 1) * quarter;
  const typed = (instant: number) =>
    new Date(instant).toLocaleTimeString('sv', { timeZone, hour: '2-digit', minute: '2-digit' });
  return [typed(start), typed(start + 4 * quarter)];
}

/** The screen speaks its languages in turn. */
const onToday = { name: /^(Tänään ohjelmassa|På programmet i dag|On today)$/ };

export function todayIsOnTheBoard(stage: Stage): void {
  describe('what is on today', () => {
    let admin: Page;
    let staff: Page;
    let screen: Page;
    let complaints: string[];
    let timeZone: string;

    beforeAll(async () => {
      admin = (await aColleague(stage, 'admin')).page;
      timeZone = zoneWithTimeLeft();
      await moveTo(admin, timeZone);
      await openTheHub(admin, [0, 1], timeZone);
      ({ page: staff, complaints } = await aColleague(stage, 'staff'));
      ({ page: screen } = await aPerson(stage.browser, stage.hub.url, { viewport: walls[0] ?? null }));
      await open(screen, '/kiosk/viitasaari');
      await screen.locator('.kiosk-group').first().waitFor();
    }, 120_000);

    afterAll(async () => {
      if (admin) await moveTo(admin, hubZone);
      for (const page of [admin, staff, screen]) await page?.context().close();
    });

    it('is made by staff as a single event, by the keyboard alone, and stands on the board at once', async () => {
      expect(await screen.getByRole('heading', onToday).count()).toBe(0);
      const [from, to] = times(timeZone);
      await open(staff, '/staff/series');
      const reach = async (label: string) => {
        const field = staff.getByLabel(label);
        await tabTo(staff, field);
        return field;
      };
      const type = (label: string, text: string) => reach(label).then(() => staff.keyboard.type(text));
      await type('Mitä varataan?', 'Podcast');
      // How a time is typed depends on the browser's own language.
      await reach('Alkaa klo').then((field) => field.fill(from));
      await reach('Päättyy klo').then((field) => field.fill(to));
      await tabTo(staff, staff.getByRole('radio', { name: 'Viikoittain' }));
      await staff.keyboard.press('ArrowUp');
      await staff.getByLabel('Kertoja').waitFor({ state: 'detached' });
      await type('Mihin tarkoitukseen?', 'Vain henkilökunnalle');
      await type('Nimi digikeskuksen näytöllä', 'Podcast-työpaja');
      await staff.keyboard.press('Enter');
      await staff.getByText('Päivä on vapaa').waitFor();
      expect(await faultsOf(staff)).toEqual([]);
      await tabTo(staff, staff.getByRole('button', { name: 'Varaa yksi päivä' }));
      await staff.keyboard.press('Enter');
      await staff.getByRole('heading', { name: 'Vain henkilökunnalle, Podcast-huone' }).waitFor();
      await staff.getByText('Vain kerran').waitFor();

      await screen.getByRole('heading', onToday).waitFor();
      await screen.getByRole('heading', { name: 'Podcast-työpaja' }).waitFor();
      expect(await screen.getByText('Vain henkilökunnalle').count()).toBe(0);
      for (const wall of walls) {
        await screen.setViewportSize(wall);
        expect(await isCutOff(screen)).toBe(false);
        expect(await faultsOf(screen)).toEqual([]);
      }
    }, 120_000);

    it('is called something else, and is gone when it is called nothing', async () => {
      const title = staff.getByLabel('Nimi digikeskuksen näytöllä');
      await title.fill('Radiotyöpaja');
      await staff.getByRole('button', { name: 'Tallenna' }).click();
      await staff.getByText('Muutos tallennettiin').waitFor();
      expect(await faultsOf(staff)).toEqual([]);
      await screen.getByRole('heading', { name: 'Radiotyöpaja' }).waitFor();

      await title.fill('');
      await staff.getByRole('button', { name: 'Tallenna' }).click();
      await screen.getByRole('heading', onToday).waitFor({ state: 'detached' });
    }, 90_000);

    it('tells who was slower that the title was changed meanwhile', async () => {
      const id = new URL(staff.url()).pathname.split('/').at(-1);
      const title = staff.getByLabel('Nimi digikeskuksen näytöllä');
      await title.fill('Hitaamman nimi');
      const other = await admin.request.patch(`/api/v1/series/${id}`, { data: { publicTitle: 'Nopeamman nimi' } });
      expect(other.status()).toBe(200);
      await staff.getByRole('button', { name: 'Tallenna' }).click();
      await staff.getByRole('button', { name: 'Hae nykyiset tiedot' }).click();
      await staff.waitForFunction(() =>
        [...document.querySelectorAll('input')].some(({ value }) => value === 'Nopeamman nimi'),
      );
      expect(complaints).toEqual([]);
      await call(admin, 'POST', `/bookings/${await dateOf(admin, id)}/cancel`);
      await screen.getByRole('heading', { name: 'Nopeamman nimi' }).waitFor({ state: 'detached' });
    }, 90_000);
  });
}

async function dateOf(page: Page, id: string | undefined): Promise<string | undefined> {
  const series = (await (await page.request.get(`/api/v1/series/${id}`)).json()) as {
    instances: { bookingId: string }[];
  };
  return series.instances[0]?.bookingId;
}
