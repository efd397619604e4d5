import type { DeviceKind, Pairing } from '#libs/contracts';
import { type Database, matchesBrokerVerifier, Problem } from '#libs/platform';
import { PeopleFixture } from '../../../../test/support/people-fixture.js';
import type { Viewer } from '../access/viewer.js';
import { BridgeAccountRepository } from './bridge-account.repository.js';
import { DeviceRepository } from './device.repository.js';
import { DeviceService } from './device.service.js';
import { hashDeviceToken } from './device-token.js';
import { PairingService } from './pairing.service.js';

let people: PeopleFixture;
let database: Database;
let pairings: PairingService;
let devices: DeviceService;
let accounts: BridgeAccountRepository;
let admin: Viewer;
let neighbour: Viewer;

beforeAll(async () => {
  people = await PeopleFixture.create();
  ({ database } = people);
  pairings = people.get(PairingService);
  devices = people.get(DeviceService);
  accounts = people.get(BridgeAccountRepository);
  admin = await adminOf('town');
  neighbour = await adminOf('next-town');
});

afterAll(() => people.close());

beforeEach(() => database.query('TRUNCATE device, device_pairing, device_code_try, bridge, outbox CASCADE'));

async function adminOf(hub: string): Promise<Viewer> {
  const [row] = await database.query<{ hubId: string; accountId: string }>(
    `WITH place AS (
       INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
       VALUES ($1, $1, '', 'Europe/Helsinki', '{fi}', '{}')
       RETURNING id),
     person AS (
       INSERT INTO account (email, display_name, locale, created_at) VALUES ($1 || '@hub.example', $1, 'fi', now())
       RETURNING id)
     SELECT place.id AS "hubId", person.id AS "accountId" FROM place, person`,
    [hub],
  );
  const { hubId, accountId } = row!;
  const roles = [{ role: 'admin', hubId, hub }] as const;
  const person = { email: '', displayName: hub, locale: 'fi', reminders: true, sessionId: accountId } as const;
  return { ...person, accountId, roles };
}

const ask = (kind: DeviceKind = 'kiosk') => pairings.request({ kind });
const enter = ({ code }: { code: string }, more: { name?: string; bridge?: string } = {}, viewer = admin) =>
  devices.pair('town', { code, ...more }, viewer);
const claim = ({ pairingId, pollToken }: Pairing) => pairings.claim(pairingId, pollToken);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
const known = (token: string) => people.get(DeviceRepository).findByToken(hashDeviceToken(token), people.clock.now());

async function paired(kind: DeviceKind, more: { name?: string; bridge?: string } = {}) {
  const pairing = await ask(kind);
  await enter(pairing, more);
  const answer = await claim(pairing);
  if (answer.status === 'pending') throw new Error('still pending');
  return answer;
}

describe('a device that wants to be paired', () => {
  it('waits until an administrator has entered its code, and is known by its token then', async () => {
    const pairing = await ask();
    expect(await claim(pairing)).toEqual({ status: 'pending', expiresAt: pairing.expiresAt });
    await enter(pairing, { name: 'Aula' });
    const answer = await claim(pairing);
    if (answer.status === 'pending') throw new Error('still pending');
    expect(answer.device).toMatchObject({ kind: 'kiosk', name: 'Aula', hub: 'town', bridge: null });
    expect(answer.broker).toBeNull();
    expect(await known(answer.token)).toMatchObject({ id: answer.device.id, hub: 'town' });
    expect(await known(`${answer.token}x`)).toBeUndefined();
  });

  it('gets its credential once', async () => {
    const pairing = await ask();
    await enter(pairing);
    await claim(pairing);
    expect(await codeOf(claim(pairing))).toBe('device.pairing_over');
  });

  it('gets one credential, however many claims come at once', async () => {
    const pairing = await ask('bridge');
    await enter(pairing);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => codeOf(claim(pairing))));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'device.pairing_over')).toHaveLength(7);
  });

  it('gets nothing with another’s poll token', async () => {
    const [mine, other] = [await ask(), await ask()];
    await enter(mine);
    expect(await codeOf(pairings.claim(mine.pairingId, other.pollToken))).toBe('not_found');
  });

  it('must ask anew after ten minutes, whether its code was entered or not', async () => {
    const [idle, entered] = [await ask(), await ask()];
    people.clock.advance(9.99);
    await enter(entered);
    people.clock.advance(0.01);
    expect(await codeOf(claim(idle))).toBe('device.pairing_over');
    expect(await codeOf(claim(entered))).toBe('device.pairing_over');
    expect(await codeOf(enter(idle))).toBe('device.code_invalid');
    expect(await devices.list('town', admin)).toEqual([]);
  });

  it('leaves neither code, poll token nor credential in the database', async () => {
    const pairing = await ask('bridge');
    await enter(pairing);
    const answer = await claim(pairing);
    if (answer.status === 'pending' || answer.broker === null) throw new Error('not paired');
    const rows = await database.query<{ text: string }>(
      `SELECT d::text || p::text || o.payload::text AS text FROM device d, device_pairing p, outbox o`,
    );
    for (const secret of [pairing.code, pairing.pollToken, answer.token, answer.broker.password]) {
      expect(rows[0]?.text).not.toContain(secret);
      expect(rows[0]?.text).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});

describe('a code', () => {
  it('is taken however it is typed, once', async () => {
    const pairing = await ask();
    await enter({ code: ` ${pairing.code.toLowerCase().replace('-', ' ')} ` });
    expect(await codeOf(enter(pairing))).toBe('device.code_invalid');
  });

  it('makes one device of two administrators who enter it at once', async () => {
    const pairing = await ask('bridge');
    const outcomes = await Promise.all([codeOf(enter(pairing)), codeOf(enter(pairing))]);
    expect(outcomes.toSorted()).toEqual(['device.code_invalid', 'done']);
    expect(await devices.list('town', admin)).toHaveLength(1);
  });

  it('can be guessed ten times in ten minutes, and then not even entered rightly', async () => {
    const guesses = await Promise.all(Array.from({ length: 14 }, () => codeOf(enter({ code: '2222-2222' }))));
    expect(guesses.filter((outcome) => outcome === 'device.code_invalid')).toHaveLength(10);
    people.clock.advance(5);
    const pairing = await ask();
    expect(await codeOf(enter(pairing))).toBe('auth.too_many_attempts');
    people.clock.advance(5);
    expect(await codeOf(enter(pairing))).toBe('done');
  });

  it('is for the hub’s own administrator', async () => {
    expect(await codeOf(enter(await ask(), {}, neighbour))).toBe('auth.forbidden');
    expect(await codeOf(enter(await ask(), {}, { ...admin, roles: [] }))).toBe('auth.forbidden');
    expect(await codeOf(devices.pair('nowhere', { code: '2222-2222' }, admin))).toBe('not_found');
  });
});

describe('a paired bridge', () => {
  it('has an account at the broker that names its subtree', async () => {
    const { broker, device } = await paired('bridge');
    expect(device.bridge).toBe('bridge-1');
    expect(broker).toMatchObject({ username: 'town/bridge-1', topicPrefix: 'dk/1/town/bridge-1' });
    const account = await accounts.find('town/bridge-1');
    expect(matchesBrokerVerifier(broker!.password, account!.verifier)).toBe(true);
    expect(await accounts.list()).toEqual([account]);
  });

  it('has the next free name, or the one it is given', async () => {
    await paired('bridge');
    expect((await paired('bridge')).device.bridge).toBe('bridge-2');
    expect((await paired('bridge', { bridge: 'workshop' })).device.bridge).toBe('workshop');
  });

  it('is not paired under a name that a living one has', async () => {
    await paired('bridge', { bridge: 'workshop' });
    expect(await codeOf(paired('bridge', { bridge: 'workshop' }))).toBe('device.bridge_taken');
  });

  it('has no account before it has fetched its credential', async () => {
    await enter(await ask('bridge'));
    expect(await accounts.list()).toEqual([]);
  });

  it('that is removed has no account, and its place is taken over by the next', async () => {
    const { device, token } = await paired('bridge');
    await paired('bridge');
    await devices.revoke({ hub: 'town', deviceId: device.id }, admin);
    expect(await known(token)).toBeUndefined();
    expect((await accounts.list()).map(({ username }) => username)).toEqual(['town/bridge-2']);
    const revoked = () => database.query<{ slug: string }>('SELECT slug FROM bridge WHERE revoked_at IS NOT NULL');
    expect(await revoked()).toEqual([{ slug: 'bridge-1' }]);
    expect((await paired('bridge')).device.bridge).toBe('bridge-1');
    expect(await revoked()).toEqual([]);
  });

  it('is told to the broker when it comes and when it goes', async () => {
    const { device } = await paired('bridge');
    await devices.revoke({ hub: 'town', deviceId: device.id }, admin);
    const jobs = await database.query<{ job_name: string }>('SELECT job_name FROM outbox');
    expect(jobs.map((job) => job.job_name)).toEqual(['bridge.access', 'bridge.access']);
  });
});

describe('the list of devices', () => {
  it('tells who paired what, and which has not come for its credential yet', async () => {
    await paired('kiosk', { name: 'Aula' });
    await enter(await ask('bridge'), { name: 'Verstas' });
    expect(await devices.list('town', admin)).toMatchObject([
      { kind: 'kiosk', name: 'Aula', status: 'paired', pairedBy: { displayName: 'town' }, bridge: null },
      { kind: 'bridge', name: 'Verstas', status: 'waiting', bridge: 'bridge-1', lastSeenAt: null },
    ]);
  });

  it('changes a name, and leaves out what was removed', async () => {
    const { device } = await paired('kiosk', { name: 'Aula' });
    const place = { hub: 'town', deviceId: device.id };
    expect(await devices.rename(place, 'Sisäänkäynti', admin)).toMatchObject({ name: 'Sisäänkäynti' });
    await devices.revoke(place, admin);
    expect(await devices.list('town', admin)).toEqual([]);
    expect(await codeOf(devices.rename(place, 'Aula', admin))).toBe('not_found');
    expect(await codeOf(devices.revoke(place, admin))).toBe('not_found');
  });

  it('is out of reach of another hub’s administrator', async () => {
    const { device } = await paired('kiosk');
    expect(await codeOf(devices.list('town', neighbour))).toBe('auth.forbidden');
    expect(await codeOf(devices.revoke({ hub: 'town', deviceId: device.id }, neighbour))).toBe('auth.forbidden');
    expect(await codeOf(devices.revoke({ hub: 'next-town', deviceId: device.id }, neighbour))).toBe('not_found');
  });

  it('leaves a trace of every change in the record', async () => {
    const { device } = await paired('kiosk', { name: 'Aula' });
    const place = { hub: 'town', deviceId: device.id };
    await devices.rename(place, 'Sisäänkäynti', admin);
    await devices.revoke(place, admin);
    const entries = await database.query<{ action: string; account_id: string | null }>(
      `SELECT action, account_id FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
      [device.id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'device.pair',
      'device.claim',
      'device.rename',
      'device.revoke',
    ]);
    expect(entries.map((entry) => entry.account_id === admin.accountId)).toEqual([true, false, true, true]);
  });
});
