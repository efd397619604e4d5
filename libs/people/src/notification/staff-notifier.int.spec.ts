import { randomUUID } from 'node:crypto';
import type { JobPayload, Locale, StaffTopic } from '#libs/contracts';
import { Database } from '#libs/platform';
import { PeopleFixture } from '../../../../test/support/people-fixture.js';
import { ErasureService } from '../privacy/erasure.service.js';
import { StaffNotificationRepository } from './staff-notification.repository.js';
import { StaffNotifier } from './staff-notifier.service.js';
import { tellStaff } from './tell-staff.js';

let people: PeopleFixture;
let database: Database;
let hubId: string;
let personCount = 0;

beforeAll(async () => {
  people = await PeopleFixture.create(undefined, { SYSTEM_ADMIN_EMAIL: 'system@example.org' });
  ({ database } = people);
});
afterAll(() => people.close());
beforeEach(async () => {
  await database.query(`TRUNCATE outbox`);
  hubId = await aHub('Viitasaari');
});

async function aHub(name: string): Promise<string> {
  const [hub] = await database.query<{ id: string }>(
    `INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
     VALUES ('hub-' || uuidv7(), $1, '', 'Europe/Helsinki', '{fi}', '{}') RETURNING id`,
    [name],
  );
  return hub!.id;
}

/** Somebody who works in the hub and wants to know of these. */
async function aMember(topics: StaffTopic[], locale: Locale = 'en'): Promise<{ id: string; email: string }> {
  const email = `member-${(personCount += 1)}@example.org`;
  const [row] = await database.query<{ id: string }>(
    `INSERT INTO account (email, display_name, locale) VALUES ($1, $1, $2) RETURNING id`,
    [email, locale],
  );
  const id = row!.id;
  await database.query(`INSERT INTO role_assignment (account_id, role, hub_id) VALUES ($1, 'staff', $2)`, [id, hubId]);
  await choose(id, topics);
  return { id, email };
}

const choose = (accountId: string, topics: StaffTopic[]) =>
  database.transaction((tx) => people.get(StaffNotificationRepository).choose(tx, { accountId, hubId }, topics));
const aFault = (changes: Partial<JobPayload<'staff.notify'>> = {}): JobPayload<'staff.notify'> => ({
  newsId: randomUUID(),
  hubId,
  topic: 'fault',
  causedBy: null,
  resourceId: null,
  alarm: null,
  ...changes,
});
const happens = (changes: Partial<JobPayload<'staff.notify'>> = {}) =>
  people.get(StaffNotifier).notify(aFault(changes));

interface Mail {
  to: string;
  locale: Locale;
  template: string;
  params: Record<string, string>;
}
/** Takes the mails that are promised, with the minutes until they leave. */
async function mails(): Promise<(Mail & { inMinutes: number })[]> {
  const rows = await database.query<{ payload: Mail; runAt: Date | null }>(
    `DELETE FROM outbox WHERE job_name = 'mail.send' RETURNING payload, run_at AS "runAt"`,
  );
  const now = people.clock.now().getTime();
  return rows.map(({ payload, runAt }) => ({ ...payload, inMinutes: ((runAt?.getTime() ?? now) - now) / 60_000 }));
}
/** A printer of the hub, which has a name in Finnish alone, or in Swedish, too. */
async function aPrinter(name: { fi: string; sv?: string }): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `INSERT INTO resource (hub_id, category, slug, name, description)
     VALUES ($1, 'printer', 'printer-' || uuidv7(), $2, '{}') RETURNING id`,
    [hubId, name],
  );
  return row!.id;
}
const told = async () => (await mails()).map(({ to, inMinutes }) => [to, inMinutes]);

describe('staff who want to know', () => {
  it('are told, each in their own language, and nobody else is', async () => {
    const [aino, asa] = [await aMember(['fault'], 'fi'), await aMember(['fault', 'alarm'], 'sv')];
    await aMember(['alarm']);
    await aMember([]);
    await happens();
    const letters = await mails();
    expect(letters.map(({ to, locale }) => `${to} ${locale}`).toSorted()).toEqual([
      `${aino.email} fi`,
      `${asa.email} sv`,
    ]);
    expect(letters[0]).toMatchObject({ template: 'staffFault', params: { hub: 'Viitasaari' } });
    expect(letters[0]?.params).toMatchObject({
      url: expect.stringMatching(/^http.*\/staff$/),
      settingsUrl: expect.stringMatching(/^http.*\/staff\/notifications$/),
    });
  });

  it('read what it is about in their own language, as far as it has a name in it', async () => {
    await aMember(['alarm'], 'fi');
    await aMember(['alarm'], 'sv');
    await aMember(['alarm'], 'en');
    const resourceId = await aPrinter({ fi: 'Iso tulostin', sv: 'Stora skrivaren' });
    await happens({ topic: 'alarm', alarm: 'printer_offline', resourceId });
    const things = (await mails()).map(({ locale, params }) => `${locale} ${params.thing} ${params.alarm}`);
    expect(things.toSorted()).toEqual([
      'en Iso tulostin printer_offline',
      'fi Iso tulostin printer_offline',
      'sv Stora skrivaren printer_offline',
    ]);
  });

  it('are told as system administrators without a role in the hub', async () => {
    const { id } = await aMember(['fault']);
    await database.query(`DELETE FROM role_assignment WHERE account_id = $1`, [id]);
    await database.query(`UPDATE account SET email = 'system@example.org' WHERE id = $1`, [id]);
    await happens();
    expect(await told()).toEqual([['system@example.org', 0]]);
  });

  it('are told of their own hub alone', async () => {
    await aMember(['fault']);
    await happens({ hubId: await aHub('Elsewhere') });
    expect(await mails()).toEqual([]);
  });

  it('are not told of what they did themselves', async () => {
    const [causer, other] = [await aMember(['fault']), await aMember(['fault'])];
    await happens({ causedBy: causer.id });
    expect(await told()).toEqual([[other.email, 0]]);
  });

  it('are told no more once they do not work there, and again when they do, without choosing anew', async () => {
    const { id, email } = await aMember(['fault']);
    await database.query(`DELETE FROM role_assignment WHERE account_id = $1`, [id]);
    await happens();
    expect(await mails()).toEqual([]);
    await database.query(`INSERT INTO role_assignment (account_id, role, hub_id) VALUES ($1, 'admin', $2)`, [
      id,
      hubId,
    ]);
    await happens();
    expect(await told()).toEqual([[email, 0]]);
  });

  it('are forgotten with their choice when they are erased', async () => {
    const { id } = await aMember(['fault']);
    await database.query(`DELETE FROM role_assignment WHERE account_id = $1`, [id]);
    await database.query(`UPDATE account SET last_active_at = '2000-01-01' WHERE id = $1`, [id]);
    await people.get(ErasureService).eraseInactive(id);
    await database.query(`TRUNCATE outbox`);
    await happens();
    expect(await mails()).toEqual([]);
    expect(await database.query(`SELECT FROM staff_notification WHERE account_id = $1`, [id])).toEqual([]);
  });
});

describe('the quiet after a mail', () => {
  it('lasts a quarter of an hour; what happens in it is told once, when it is over', async () => {
    const { email } = await aMember(['fault']);
    await happens();
    people.clock.advance(5);
    await happens();
    people.clock.advance(1);
    await happens();
    const [first, more, ...others] = await mails();
    expect(first).toMatchObject({ to: email, template: 'staffFault', inMinutes: 0 });
    expect(more).toMatchObject({ to: email, template: 'staffMore', params: { topic: 'fault' }, inMinutes: 9 });
    expect(others).toEqual([]);
    people.clock.advance(9);
    await happens();
    expect(await told()).toEqual([[email, 15]]);
    people.clock.advance(60);
    await happens();
    expect(await told()).toEqual([[email, 0]]);
  });

  it('is each topic’s own: heat does not wait for a fault', async () => {
    const { email } = await aMember(['fault', 'too_hot']);
    await happens();
    await happens({ topic: 'too_hot', alarm: 'too_hot' });
    expect(await told()).toEqual([
      [email, 0],
      [email, 0],
    ]);
  });

  it('is not kept for what is too hot: each printer is told at once', async () => {
    const { email } = await aMember(['too_hot']);
    const names = ['Yksi', 'Kaksi', 'Kolme'];
    for (const name of names) {
      await happens({ topic: 'too_hot', alarm: 'too_hot', resourceId: await aPrinter({ fi: name }) });
      people.clock.advance(1);
    }
    const letters = await mails();
    expect(letters.map(({ to, template, params }) => [to, template, params.thing])).toEqual(
      names.map((name) => [email, 'staffTooHot', name]),
    );
  });

  it('loses no news to a worker whose clock is ahead', async () => {
    const { email } = await aMember(['fault']);
    const secondMinutes = 1 / 60;
    people.clock.advance(secondMinutes);
    await happens();
    people.clock.advance(-secondMinutes);
    await happens();
    expect((await mails()).map(({ to, template }) => [to, template])).toEqual([
      [email, 'staffFault'],
      [email, 'staffMore'],
    ]);
  });

  it('is not broken by the same news that comes twice', async () => {
    const { email } = await aMember(['fault']);
    const news = aFault();
    await people.get(StaffNotifier).notify(news);
    await people.get(StaffNotifier).notify(news);
    expect(await told()).toEqual([[email, 0]]);
  });

  it('is kept when somebody saves the same choice again', async () => {
    const { id, email } = await aMember(['fault']);
    await happens();
    await choose(id, ['fault', 'alarm']);
    people.clock.advance(1);
    await happens();
    expect((await told()).at(-1)).toEqual([email, 14]);
  });

  it('holds for things that happen at the same moment: one mail now, and one for all the rest', async () => {
    const members = [await aMember(['fault']), await aMember(['fault'])];
    await Promise.all(Array.from({ length: 8 }, () => happens()));
    const sent = await told();
    for (const { email } of members) {
      const minutes = sent.filter(([to]) => to === email).map(([, inMinutes]) => inMinutes);
      expect(new Set(minutes)).toEqual(new Set([0, 15]));
      expect(minutes).toHaveLength(2);
    }
  });
});

describe('a promise to tell staff', () => {
  const promised = () => database.query(`SELECT payload FROM outbox WHERE job_name = 'staff.notify'`);

  it('is kept with what it is about', async () => {
    await database.transaction(async (tx) => tellStaff(tx, { hubId, topic: 'fault' }));
    expect(await promised()).toEqual([{ payload: { ...aFault(), newsId: expect.any(String) } }]);
  });

  it('is none when what it was about did not happen', async () => {
    const attempt = database.transaction(async (tx) => {
      tellStaff(tx, { hubId, topic: 'fault' });
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(await promised()).toEqual([]);
  });
});
