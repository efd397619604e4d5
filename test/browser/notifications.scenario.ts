import { eventually } from '../support/eventually.js';
import { tabTo } from './keyboard.js';
import { aPerson, open, signIn } from './person.js';
import { aColleague } from './sessions.js';
import { faultsOf } from './soundness.js';
import type { Stage } from './web-app.spec.js';

const faults = '/api/v1/hubs/viitasaari/faults';
const mailbox = '/api/v1/demo/mailbox?to=staff@digikeskus.example';

export function staffAreTold(stage: Stage): void {
  it('tells staff by mail of what they have chosen by keyboard alone, and shows them what they chose', async () => {
    const [{ page: staff, complaints }, { page: resident }] = await Promise.all([
      aColleague(stage, 'staff'),
      aPerson(stage.browser, stage.hub.url),
    ]);
    const subjects = async () => {
      const mails = (await (await staff.request.get(mailbox)).json()) as { subject: string }[];
      return mails.map(({ subject }) => subject).filter((subject) => subject.startsWith('Uusi vikailmoitus'));
    };

    await open(staff, '/staff');
    await tabTo(staff, staff.getByText('Asetukset', { exact: true }));
    await staff.keyboard.press('Enter');
    await tabTo(staff, staff.getByRole('link', { name: 'Ilmoitukset' }));
    await staff.keyboard.press('Enter');
    const fault = staff.getByRole('checkbox', { name: 'Joku ilmoitti viasta' });
    await tabTo(staff, fault);
    expect(await fault.isChecked()).toBe(false);
    await staff.keyboard.press('Space');
    await tabTo(staff, staff.getByRole('button', { name: 'Tallenna' }));
    await staff.keyboard.press('Enter');
    await staff.getByText('Tallennettu. Saat tiedon yhdestä aiheesta.').waitFor();
    expect(await faultsOf(staff)).toEqual([]);

    await open(resident, '/r/studio');
    await resident.getByRole('link', { name: 'Kirjaudu ja ilmoita viasta' }).click();
    await signIn(resident, 'huomaaja@town.example');
    await resident.getByRole('button', { name: 'Ilmoita viasta' }).click();
    await resident.getByRole('textbox', { name: 'Mitä huomasit?' }).fill('Yksi valo ei syty.');
    await resident.getByRole('button', { name: 'Lähetä ilmoitus' }).click();
    await resident.getByText('Kiitos! Ilmoitus meni henkilökunnalle.').waitFor();
    await eventually('the mail has come', async () => (await subjects()).length === 1, 30_000);

    await staff.reload();
    expect(await fault.isChecked()).toBe(true);
    await fault.press('Space');
    await staff.getByRole('button', { name: 'Tallenna' }).press('Enter');
    await staff.getByText('Tallennettu. Et saa ilmoituksia.').waitFor();
    const { items } = (await (await staff.request.get(faults)).json()) as { items: { id: string }[] };
    for (const { id } of items) await staff.request.post(`${faults}/${id}/close`, { data: { done: 'Vaihdettu.' } });
    expect(complaints).toEqual([]);
    await Promise.all([staff, resident].map((page) => page.context().close()));
  }, 120_000);
}
