import type { Database } from '#libs/platform';
import { PeopleFixture } from '../../../../test/support/people-fixture.js';
import type { Viewer } from '../access/viewer.js';
import { RoleService } from './role.service.js';

let people: PeopleFixture;
let database: Database;
let roles: RoleService;
let hubId: string;
let personCount = 0;

beforeAll(async () => {
  people = await PeopleFixture.create();
  ({ database } = people);
  roles = people.get(RoleService);
});
afterAll(() => people.close());
beforeEach(async () => {
  await database.query(`DELETE FROM role_assignment`);
  const [hub] = await database.query<{ id: string }>(
    `INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
     VALUES ('hub-' || uuidv7(), 'Hub', '', 'Europe/Helsinki', '{fi}', '{}') RETURNING id`,
  );
  hubId = hub!.id;
});

async function aPerson(role?: 'staff' | 'admin'): Promise<Viewer> {
  const email = `person-${(personCount += 1)}@example.org`;
  const [row] = await database.query<{ id: string }>(
    `INSERT INTO account (email, display_name, locale) VALUES ($1, $1, 'fi') RETURNING id`,
    [email],
  );
  const accountId = row!.id;
  if (role !== undefined) {
    await database.query(`INSERT INTO role_assignment (account_id, role, hub_id) VALUES ($1, $2, $3)`, [
      accountId,
      role,
      hubId,
    ]);
  }
  const held = role === undefined ? [] : [{ role, hubId, hub: 'hub' }];
  return { accountId, sessionId: accountId, email, displayName: email, locale: 'fi', reminders: true, roles: held };
}

const rolesOf = async ({ accountId }: Viewer) =>
  (
    await database.query<{ role: string }>(`SELECT role FROM role_assignment WHERE account_id = $1 ORDER BY role`, [
      accountId,
    ])
  ).map(({ role }) => role);
const of = ({ accountId }: Viewer, role: 'staff' | 'admin') => ({ accountId, hub: hubId, role });

describe('a role', () => {
  it('is given and taken by an administrator of the hub, with an entry in the record', async () => {
    const [admin, person] = [await aPerson('admin'), await aPerson()];
    await roles.grant(of(person, 'staff'), admin);
    await roles.grant(of(person, 'staff'), admin);
    expect(await rolesOf(person)).toEqual(['staff']);
    await roles.revoke(of(person, 'staff'), admin);
    expect(await rolesOf(person)).toEqual([]);
    const entries = await database.query(
      `SELECT action, hub_id AS "hubId", details FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
      [person.accountId],
    );
    expect(entries).toEqual([
      { action: 'role.grant', hubId, details: { role: 'staff' } },
      { action: 'role.revoke', hubId, details: { role: 'staff' } },
    ]);
  });

  it('is given by nobody else, and by nobody to himself', async () => {
    const [admin, staff, person] = [await aPerson('admin'), await aPerson('staff'), await aPerson()];
    const elsewhere = { ...admin, roles: [{ role: 'admin' as const, hubId: person.accountId, hub: 'other' }] };
    for (const viewer of [staff, person, elsewhere]) {
      await expect(roles.grant(of(person, 'admin'), viewer)).rejects.toMatchObject({ code: 'auth.forbidden' });
    }
    await expect(roles.grant(of(staff, 'admin'), staff)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(roles.grant(of(admin, 'staff'), admin)).rejects.toMatchObject({ code: 'role.own' });
    expect([await rolesOf(staff), await rolesOf(person)]).toEqual([['staff'], []]);
  });

  it('of nobody is not found, nor is that of a hub which is not there', async () => {
    const [admin, person] = [await aPerson('admin'), await aPerson()];
    const nobody = { ...person, accountId: hubId };
    await expect(roles.grant(of(nobody, 'staff'), admin)).rejects.toMatchObject({ code: 'not_found' });
    await expect(roles.revoke(of(person, 'staff'), admin)).rejects.toMatchObject({ code: 'not_found' });
    const elsewhere = { ...of(person, 'staff'), hub: 'nowhere' };
    await expect(roles.grant(elsewhere, admin)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a hub', () => {
  it('keeps its last administrator', async () => {
    const [first, second] = [await aPerson('admin'), await aPerson('admin')];
    await roles.revoke(of(first, 'admin'), first);
    await expect(roles.revoke(of(second, 'admin'), second)).rejects.toMatchObject({ code: 'role.last_admin' });
    expect(await rolesOf(second)).toEqual(['admin']);
  });

  it('keeps one administrator when two remove each other at the same moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      const [one, other] = [await aPerson('admin'), await aPerson('admin')];
      const results = await Promise.allSettled([
        roles.revoke(of(other, 'admin'), one),
        roles.revoke(of(one, 'admin'), other),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const left = await database.query(`DELETE FROM role_assignment WHERE hub_id = $1 RETURNING id`, [hubId]);
      expect(left).toHaveLength(1);
    }
  });
});
