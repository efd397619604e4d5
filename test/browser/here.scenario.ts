import type { Page } from 'playwright-core';
import type { Booking } from '#libs/contracts';
import { violationsOf } from './accessibility.js';
import { faultsOf, isCutOff } from './soundness.js';
import { book, call, nextStart } from './book-by-request.js';
import { openTheHub } from './open-hub.js';
import { aPerson, open, phone, signIn } from './person.js';
import { textsIn } from './texts.js';
import { aColleague } from './sessions.js';
import type { Stage } from './web-app.spec.js';

const wall = { width: 1920, height: 1080 };
const upright = { width: 1080, height: 1920 };

async function pair(admin: Page, screen: Page): Promise<void> {
  await screen.goto('/kiosk/pair');
  const shown = screen.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  await shown.waitFor();
  await call(admin, 'POST', '/hubs/viitasaari/devices', { code: await shown.innerText(), name: 'Aulan taulu' });
  await isBoard(screen);
}

/** In whatever language it is just now; then in Finnish. */
async function isBoard(screen: Page): Promise<void> {
  await screen.getByRole('heading', { name: /^(Vapaana nyt|Ledigt nu|Free now)$/ }).waitFor();
  await screen.getByRole('button', { name: 'FI', exact: true }).click();
  await screen.getByRole('heading', { name: 'Vapaana nyt' }).waitFor();
}

async function openKeys(screen: Page): Promise<void> {
  await screen.getByRole('button', { name: 'Ilmoittaudu koodilla' }).tap();
  await screen.getByText('––– –––').waitFor();
}

async function openRooms(screen: Page): Promise<void> {
  await screen.getByRole('button', { name: 'Tilat' }).tap();
  await screen.getByRole('button', { name: 'Takaisin taululle' }).waitFor();
}

async function touch(screen: Page, code: string): Promise<void> {
  for (const digit of code) await screen.getByRole('button', { name: digit, exact: true }).tap();
}

const statusOf = async (person: Page, { id }: Booking) => {
  const answer = await person.request.get(`/api/v1/bookings/${id}`);
  return ((await answer.json()) as Booking).status;
};

export function peopleComeAndUse(stage: Stage): void {
  describe('somebody who has come', () => {
    let admin: Page;
    let resident: Page;
    let screen: Page;
    let complaints: string[];

    beforeAll(async () => {
      admin = (await aColleague(stage, 'admin')).page;
      await openTheHub(admin, [0, 1]);
      ({ page: resident } = await aPerson(stage.browser, stage.hub.url, { viewport: phone }));
      const kiosk = await aPerson(stage.browser, stage.hub.url, { viewport: wall, hasTouch: true });
      ({ page: screen, complaints } = kiosk);
      await screen.clock.install();
      await pair(admin, screen);
    }, 120_000);

    afterAll(async () => {
      for (const page of [admin, resident, screen]) await page?.context().close();
    });

    it('signs in where the code on the screen leads, checks in there, and the screen is told', async () => {
      await open(resident, '/viitasaari/here');
      await signIn(resident, 'tulija@town.example');
      await resident.getByText('Sinulla ei ole varauksia tälle päivälle.').waitFor();
      const booking = await book(resident, await nextStart(), 1, { resource: 'podcast-room' });
      await resident.getByRole('heading', { name: 'Podcast-huone' }).first().waitFor();
      expect(await faultsOf(resident)).toEqual([]);
      const told = screen.waitForRequest((request) => request.url().endsWith('/board'));
      await resident.getByRole('button', { name: /^Ilmoittaudu/ }).click();
      await resident.getByText(/^Tervetuloa! Podcast-huone on käytössäsi .*asti\.$/).waitFor();
      await screen.clock.runFor(500);
      await told;
      expect(await statusOf(resident, booking)).toBe('in_use');
      await call(resident, 'POST', `/bookings/${booking.id}/check-out`);
    }, 90_000);

    it('checks in by touching the keys on the screen, and is told what is wrong', async () => {
      const booking = await book(resident, await nextStart(), 1, { resource: 'podcast-room' });
      const code = booking.checkInCode ?? '';
      await isBoard(screen);
      await openKeys(screen);
      await touch(screen, code === '000000' ? '111111' : '000000');
      await screen.getByRole('alert').getByText('Koodilla ei löydy varausta').waitFor();
      expect(await violationsOf(screen)).toEqual([]);
      await touch(screen, code);
      await screen.getByText('Tervetuloa!').waitFor();
      await screen.getByText(/^Podcast-huone on käytössäsi .*asti\.$/).waitFor();
      expect(await screen.getByText('tulija').count()).toBe(0);
      expect(await statusOf(resident, booking)).toBe('in_use');
      await screen.getByRole('button', { name: 'Takaisin taululle' }).tap();
      await screen.getByRole('heading', { name: 'Tulostimet' }).waitFor();
      await call(resident, 'POST', `/bookings/${booking.id}/check-out`);
    }, 90_000);

    it('checks in by the keys of a keyboard', async () => {
      const booking = await book(resident, await nextStart(), 1, { resource: 'podcast-room' });
      await isBoard(screen);
      await screen.getByRole('button', { name: 'Ilmoittaudu koodilla' }).focus();
      await screen.keyboard.press('Enter');
      await screen.getByText('––– –––').waitFor();
      await screen.keyboard.type('12');
      await screen.getByText('12– –––').waitFor();
      await screen.keyboard.press('Backspace');
      await screen.keyboard.press('Backspace');
      await screen.keyboard.type(booking.checkInCode ?? '');
      await screen.getByText(/^Podcast-huone on käytössäsi .*asti\.$/).waitFor();
      await screen.keyboard.press('Escape');
      await screen.getByRole('heading', { name: 'Tulostimet' }).waitFor();
      expect(await statusOf(resident, booking)).toBe('in_use');
      await call(resident, 'POST', `/bookings/${booking.id}/check-out`);
    }, 90_000);

    it.each([
      ['sv-FI', 'SV'],
      ['en-GB', 'EN'],
    ])(
      'checks in by code in %s',
      async (locale, button) => {
        const say = textsIn(locale);
        const booking = await book(resident, await nextStart(), 1, { resource: 'podcast-room' });
        await isBoard(screen);
        await screen.getByRole('button', { name: button, exact: true }).tap();
        await screen.getByRole('button', { name: say('kiosk.checkIn') }).tap();
        await screen.getByText('––– –––').waitFor();
        await touch(screen, booking.checkInCode ?? '');
        await screen.getByText(say('kiosk.welcome')).waitFor();
        await screen.getByRole('button', { name: say('kiosk.back') }).tap();
        await call(resident, 'POST', `/bookings/${booking.id}/check-out`);
      },
      90_000,
    );

    it('takes a free thing at once by phone, and the screen says so', async () => {
      await isBoard(screen);
      await openRooms(screen);
      await screen.getByRole('button', { name: /^Podcast-huone/ }).tap();
      await screen.getByRole('img', { name: 'QR-koodi: Podcast-huone' }).waitFor();
      await open(resident, '/r/podcast-room?hub=viitasaari');
      await resident.getByRole('button', { name: 'Ota heti käyttöön' }).click();
      await resident.getByRole('button', { name: 'Kyllä, ota käyttöön' }).click();
      await resident.getByText(/Podcast-huone on käytössäsi .*asti\.$/).waitFor();
      await screen.clock.runFor(500);
      await screen.getByText('Otettu käyttöön').waitFor();
      await screen.getByRole('button', { name: 'Takaisin taululle' }).tap();
    }, 90_000);

    it('leaves, and the board comes back by itself after a minute', async () => {
      await isBoard(screen);
      await openKeys(screen);
      await touch(screen, '12');
      await screen.clock.runFor(45_000);
      await screen.getByText(/^Taulu palaa \d+ sekunnin kuluttua\.$/).waitFor();
      await screen.clock.runFor(20_000);
      await screen.getByRole('button', { name: 'Takaisin taululle' }).waitFor({ state: 'detached' });
      await isBoard(screen);
      await openKeys(screen);
    }, 60_000);

    it('is told that there is no connection, and enters the code again when there is', async () => {
      await screen.context().setOffline(true);
      await touch(screen, '123456');
      await screen.getByRole('alert').getByText('Palvelimeen ei saada yhteyttä').waitFor();
      await screen.context().setOffline(false);
      await touch(screen, '000000');
      await screen.getByRole('alert').getByText('Koodilla ei löydy varausta').waitFor();
      await screen.getByRole('button', { name: 'Takaisin taululle' }).tap();
    }, 60_000);

    it.each([
      ['light', wall],
      ['dark', wall],
      ['light', upright],
      ['dark', upright],
    ] as const)(
      'can use the screen, whoever it is: %s, %o',
      async (colorScheme, viewport) => {
        await screen.emulateMedia({ colorScheme });
        await screen.setViewportSize(viewport);
        await isBoard(screen);
        expect(await violationsOf(screen)).toEqual([]);
        await openKeys(screen);
        expect(await violationsOf(screen)).toEqual([]);
        expect(await isCutOff(screen)).toBe(false);
        await screen.getByRole('button', { name: 'Takaisin taululle' }).tap();
        await openRooms(screen);
        expect(await violationsOf(screen)).toEqual([]);
        expect(await isCutOff(screen)).toBe(false);
        await screen.getByRole('button', { name: 'Takaisin taululle' }).tap();
      },
      90_000,
    );

    it('is offered no keys by a screen that is nobody’s', async () => {
      const { page } = await aPerson(stage.browser, stage.hub.url, { viewport: wall });
      await open(page, '/kiosk/viitasaari');
      await page.getByRole('img', { name: 'QR-koodi: ilmoittaudu puhelimella' }).waitFor();
      expect(await page.getByRole('button', { name: 'Ilmoittaudu koodilla' }).count()).toBe(0);
      await page.context().close();
      expect(complaints).toEqual([]);
    }, 60_000);
  });
}
