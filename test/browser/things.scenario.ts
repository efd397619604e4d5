import type { Page } from 'playwright-core';
import { aPhotograph } from '../support/a-photograph.js';
import { tabTo } from './keyboard.js';
import { open } from './person.js';
import { faultsOf } from './soundness.js';

const hourMs = 3_600_000;

/** What stands in the hub; the administrator is signed in already, an address is sent only so many codes. */
export function thingsAreKept(adminPage: () => Page): void {
  it('a thing is added by keyboard alone, and named in another language', async () => {
    const admin = adminPage();
    await open(admin, '/staff/resources');
    await tabTo(admin, admin.getByRole('button', { name: 'Lisää laite tai tila' }));
    await admin.keyboard.press('Enter');
    const dialog = admin.getByRole('dialog');
    await dialog.waitFor();
    await admin.keyboard.type('Äänityshuone 2');
    expect(await dialog.getByLabel('Tunnus osoitteessa').inputValue()).toBe('aanityshuone-2');
    await tabTo(admin, dialog.getByLabel('Laji'));
    await admin.keyboard.type('Til');
    await tabTo(admin, dialog.getByLabel('Osa kokonaisuutta'));
    await admin.keyboard.type('Stu');
    expect(await faultsOf(admin)).toEqual([]);
    await tabTo(admin, dialog.getByRole('button', { name: 'Tallenna' }));
    await admin.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const rooms = admin.getByRole('region', { name: /^Tilat/ });
    await rooms.getByText('Osa: Studio').last().waitFor();

    await rooms.getByRole('button', { name: 'Muuta Äänityshuone 2' }).click();
    await dialog.getByRole('group', { name: 'Nimi' }).getByLabel('Englanti').fill('Recording room 2');
    await dialog.getByRole('button', { name: 'Tallenna' }).click();
    await dialog.waitFor({ state: 'detached' });
    const headers = { 'accept-language': 'en' };
    const listed = await admin.request.get('/api/v1/hubs/viitasaari/resources', { headers });
    expect(await listed.text()).toContain('Recording room 2');
  }, 90_000);

  it('a thing gets a picture, which its booking page shows, and loses it again', async () => {
    const admin = adminPage();
    await open(admin, '/staff/resources');
    await tabTo(admin, admin.getByRole('button', { name: 'Kuva Äänityshuone 2' }));
    await admin.keyboard.press('Enter');
    const dialog = admin.getByRole('dialog');
    await dialog.getByText('Kuvaa ei ole vielä lisätty.').waitFor();
    expect(await faultsOf(admin)).toEqual([]);
    const words = { name: 'room.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') };
    await dialog.getByLabel('Valitse kuva').setInputFiles(words);
    await dialog.getByText('Tiedostoa ei voi avata kuvana.').waitFor();
    await dialog.getByLabel('Valitse kuva').setInputFiles({ ...words, buffer: Buffer.from(aPhotograph) });
    const picture = admin.getByRole('img', { name: 'Kuva: Äänityshuone 2' });
    await picture.waitFor();
    expect(await faultsOf(admin)).toEqual([]);

    await open(admin, '/viitasaari/book/aanityshuone-2');
    await picture.waitFor();
    await admin.waitForFunction(
      () => document.querySelector<HTMLImageElement>('.bookable-picture')?.naturalWidth === 160,
    );
    expect(await faultsOf(admin)).toEqual([]);

    await open(admin, '/staff/resources');
    await admin.getByRole('button', { name: 'Kuva Äänityshuone 2' }).click();
    await dialog.getByRole('button', { name: 'Poista kuva' }).click();
    await dialog.getByText('Kuvaa ei ole vielä lisätty.').waitFor();
    await dialog.getByRole('button', { name: 'Sulje' }).click();
  }, 90_000);

  it('a thing shows what is booked of it before it goes, is not deleted while it is, and may be retired', async () => {
    const admin = adminPage();
    await open(admin, '/staff/resources');
    const startsAt = new Date(Math.ceil(Date.now() / hourMs) * hourMs + 30 * 24 * hourMs).toISOString();
    const booked = await aBookingOf('aanityshuone-2', admin, startsAt);
    await admin.getByRole('button', { name: 'Poista Äänityshuone 2' }).click();
    const question = admin.getByRole('alertdialog');
    await question.getByText('Yksi varaus on vielä tulossa').waitFor();
    expect(await faultsOf(admin)).toEqual([]);
    await question.getByText('Poista kokonaan').first().click();
    await question.getByRole('button', { name: 'Poista kokonaan' }).click();
    await question.getByText('Tätä ei voi poistaa kokonaan, koska näitä varauksia on vielä tulossa:').waitFor();
    await question.getByText('Poista tarjolta').first().click();
    await question.getByRole('button', { name: 'Poista tarjolta' }).click();
    await question.waitFor({ state: 'detached' });
    const retired = admin.getByRole('region', { name: /^Pois tarjolta/ });
    await retired.getByRole('button', { name: 'Palauta tarjolle Äänityshuone 2' }).waitFor();
    expect(await faultsOf(admin)).toEqual([]);
    expect((await admin.request.get(`/api/v1/bookings/${booked}`)).ok()).toBe(true);
    await retired.getByRole('button', { name: 'Palauta tarjolle Äänityshuone 2' }).click();
    await admin.getByRole('button', { name: 'Poista Äänityshuone 2' }).waitFor();
    await admin.request.post(`/api/v1/bookings/${booked}/cancel`);
    // Out of the way of the others who look at the hub's things.
    await admin.request.patch('/api/v1/hubs/viitasaari/resources/aanityshuone-2', { data: { retired: true } });
  }, 90_000);

  it('a pool is added, described and deleted', async () => {
    const admin = adminPage();
    await open(admin, '/staff/resources');
    await admin.getByRole('button', { name: 'Lisää ryhmä' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('group', { name: 'Nimi' }).getByLabel('Suomi').fill('Kannettavat');
    await dialog.getByRole('button', { name: 'Tallenna' }).click();
    await admin.getByText('Ryhmässä ei ole vielä laitteita.').waitFor();
    await admin.getByRole('button', { name: 'Muuta ryhmää Kannettavat' }).click();
    await dialog.getByRole('group', { name: 'Kuvaus' }).getByLabel('Suomi').fill('Lainattavia kannettavia.');
    expect(await faultsOf(admin)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tallenna' }).click();
    await admin.getByText('Lainattavia kannettavia.').waitFor();
    await admin.getByRole('button', { name: 'Poista ryhmä Kannettavat' }).click();
    await admin.getByRole('alertdialog').waitFor();
    expect(await faultsOf(admin)).toEqual([]);
    await admin.getByRole('alertdialog').getByRole('button', { name: 'Poista ryhmä' }).click();
    await admin.getByRole('heading', { name: 'Kannettavat', exact: true }).waitFor({ state: 'detached' });
  }, 90_000);

  it('the hub is told its address, and keeps a language at least', async () => {
    const admin = adminPage();
    await open(admin, '/staff/hours');
    const facts = admin.getByRole('region', { name: 'Keskuksen tiedot' });
    await facts.getByRole('button', { name: 'Muuta keskuksen tietoja' }).click();
    const dialog = admin.getByRole('dialog');
    for (const language of ['Suomi', 'Ruotsi', 'Englanti']) await dialog.getByLabel(language).click();
    await dialog.getByText('Valitse ainakin yksi kieli.').waitFor();
    for (const language of ['Suomi', 'Ruotsi', 'Englanti']) await dialog.getByLabel(language).click();
    await dialog.getByLabel('Osoite').fill('Keskitie 12, Viitasaari');
    expect(await faultsOf(admin)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tallenna' }).click();
    await facts.getByText('Keskitie 12, Viitasaari').waitFor();
  }, 60_000);
}

/** A booking of a thing on the first day on which the hub lets it be made. */
async function aBookingOf(resource: string, page: Page, from: string): Promise<string> {
  for (let days = 0; days < 14; days += 1) {
    const day = new Date(Date.parse(from) + days * 24 * hourMs).toISOString().slice(0, 10);
    const data = { resource, startsAt: `${day}T11:00:00Z`, endsAt: `${day}T12:00:00Z` };
    const made = await page.request.post('/api/v1/bookings', { data });
    if (made.status() === 201) return ((await made.json()) as { id: string }).id;
  }
  throw new Error(`${resource} cannot be booked on any day`);
}
