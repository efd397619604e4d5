import type { OpeningChanged, OpeningPreview, PolicyChange, PolicyScope } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { HubService } from '../hub/hub.service.js';
import { OpeningService } from '../opening/opening.service.js';
import { PolicyService } from './policy.service.js';

let fixture: BookingFixture;
let policies: PolicyService;
let opening: OpeningService;
let admin: Asking;
let resident: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  policies = fixture.get(PolicyService);
  opening = fixture.get(OpeningService);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  await fixture.database.query(`TRUNCATE opening_exception, closure`);
  await fixture.database.query(
    `UPDATE hub SET policy = '{}', category_policies = '{}', seasons = '[]', weekly_hours = $1`,
    [JSON.stringify(usualWeek)],
  );
  await fixture.database.query(`UPDATE pool SET policy = '{}'`);
  await fixture.database.query(`UPDATE resource SET policy = '{}'`);
  admin = await anAdmin();
  resident = await fixture.aPerson();
});

const usual = [{ opens: '09:00', closes: '20:00' }];
const usualWeek = { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual };

async function anAdmin(): Promise<Asking> {
  const { viewer, locale } = await fixture.aPerson({ staff: true });
  return { viewer: { ...viewer, roles: [{ role: 'admin', hubId: fixture.id('hub'), hub: 'test-hub' }] }, locale };
}

const change = (scope: PolicyScope, target: string, fields: PolicyChange, keep = true) =>
  policies.change('test-hub', { scope, target, fields, keep }, admin);
const codesOf = (ruledOut: { id: string; reasons: { code: string }[] }[]) =>
  ruledOut.map(({ id, reasons }) => [id, ...reasons.map(({ code }) => code)]);
const threeHours = { startsAt: '2026-01-12T10:00:00Z', endsAt: '2026-01-12T13:00:00Z' };

/** What a preview must leave as it is. */
function everything(): Promise<unknown[]> {
  return fixture.database.query(
    `SELECT (SELECT jsonb_agg(b ORDER BY b.id) FROM booking b) AS bookings,
       (SELECT jsonb_agg(h ORDER BY h.id) FROM hub h) AS hubs, (SELECT jsonb_agg(e) FROM opening_exception e) AS dates,
       (SELECT count(*) FROM outbox) AS jobs, (SELECT count(*) FROM audit_entry) AS records`,
  );
}

describe('a policy', () => {
  it('holds from the hub down to the resource, and the nearest setting wins field by field', async () => {
    await change('hub', 'test-hub', { maxDurationMinutes: 180, horizonDays: 10 });
    await change('category', 'vr-headset', { maxDurationMinutes: 120, minAge: 10 });
    await change('pool', 'vr-headset', { minAge: 12 });
    const { layer } = await change('resource', 'vr-1', { bufferAfterMinutes: 20 });
    expect(layer).toMatchObject({
      scope: 'resource',
      target: 'vr-1',
      overrides: { bufferAfterMinutes: 20 },
      policy: { maxDurationMinutes: 120, horizonDays: 10, minAge: 12, bufferAfterMinutes: 20 },
    });
    const { items } = await policies.layers('test-hub', admin.viewer);
    const policyOf = (scope: string, target: string) =>
      items.find((item) => item.scope === scope && item.target === target)?.policy;
    expect(policyOf('resource', 'vr-2')).toMatchObject({ minAge: 12, bufferAfterMinutes: 0 });
    expect(policyOf('resource', 'studio')).toMatchObject({ maxDurationMinutes: 180, minAge: 13 });
  });

  it('binds the next booking at once', async () => {
    await change('resource', 'studio', { maxDurationMinutes: 60 });
    await expect(fixture.book({ resource: 'studio', ...threeHours }, resident)).rejects.toMatchObject({
      reasons: [{ code: 'booking.too_long', params: { maxMinutes: 60 } }],
    });
  });

  it('takes single fields, or the whole layer', async () => {
    await change('hub', 'test-hub', { horizonDays: 10, minAge: 'none' });
    expect((await change('hub', 'test-hub', { horizonDays: null })).layer.overrides).toEqual({ minAge: null });
    expect((await change('hub', 'test-hub', { holdMinutes: 5 }, false)).layer.overrides).toEqual({ holdMinutes: 5 });
  });

  it('leaves bookings as they are, and lists those that could no longer be made', async () => {
    const long = await fixture.book({ resource: 'studio', ...threeHours }, resident);
    await fixture.book({ resource: 'podcast-room' }, resident);
    const { noLongerAllowed } = await change('category', 'room', { maxDurationMinutes: 120 });
    expect(noLongerAllowed).toEqual([
      {
        id: long.id,
        title: 'studio',
        startsAt: '2026-01-12T10:00:00.000Z',
        endsAt: '2026-01-12T13:00:00.000Z',
        person: { id: resident.viewer.accountId, displayName: resident.viewer.displayName },
        reasons: [expect.objectContaining({ code: 'booking.too_long', params: { maxMinutes: 120 } })],
      },
    ]);
    expect((await fixture.get(BookingService).get(long.id, resident)).status).toBe('confirmed');
  });

  it('lists a booking once: when the rule that it breaks is new', async () => {
    await fixture.book({ resource: 'studio', ...threeHours }, resident);
    expect((await change('hub', 'test-hub', { maxDurationMinutes: 120 })).noLongerAllowed).toHaveLength(1);
    expect((await change('hub', 'test-hub', { maxDurationMinutes: 90 })).noLongerAllowed).toEqual([]);
  });

  it('looks at the people, too: their number of bookings, quota, induction and age', async () => {
    await fixture.database.query(`UPDATE account SET birth_date = '2012-06-01' WHERE id = $1`, [
      resident.viewer.accountId,
    ]);
    const first = await fixture.book({ resource: 'studio' }, resident);
    const second = await fixture.book(
      { resource: 'studio', ...threeHours, startsAt: '2026-01-12T11:00:00Z' },
      resident,
    );
    const affected = async (fields: PolicyChange) =>
      codesOf((await change('category', 'room', fields)).noLongerAllowed);
    const both = (code: string) => [
      [first.id, code],
      [second.id, code],
    ];
    expect(await affected({ maxActivePerPerson: 1 })).toEqual(both('booking.too_many_active'));
    expect(await affected({ quotaMinutesPerWeek: 150 })).toEqual(both('booking.quota'));
    expect(await affected({ inductionKind: 'studio' })).toEqual(both('booking.induction_required'));
    expect(await affected({ minAge: 14 })).toEqual(both('booking.under_age'));
  });

  it('sees neighbours that longer buffers would bring together', async () => {
    const first = await fixture.book({ resource: 'studio' }, resident);
    await fixture.book(
      { resource: 'studio', startsAt: '2026-01-12T11:00:00Z', endsAt: '2026-01-12T12:00:00Z' },
      resident,
    );
    const { noLongerAllowed } = await change('resource', 'studio', { bufferAfterMinutes: 10 });
    expect(codesOf(noLongerAllowed)).toEqual([[first.id, 'booking.overlap']]);
  });

  it('under which nothing could be booked is refused, and nothing is written', async () => {
    await expect(change('resource', 'studio', { maxDurationMinutes: 15 })).rejects.toMatchObject({
      code: 'policy.invalid',
    });
    const { items } = await policies.layers('test-hub', admin.viewer);
    expect(items.find((item) => item.target === 'studio')?.overrides).toEqual({});
  });

  it('is changed by this hub’s administrators only, seen by its staff, and every change is recorded', async () => {
    const fields = { scope: 'hub' as const, target: 'test-hub', fields: {}, keep: true };
    const staff = await fixture.aPerson({ staff: true });
    await expect(policies.change('test-hub', fields, staff)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(policies.layers('test-hub', resident.viewer)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await change('hub', 'test-hub', { horizonDays: 10 });
    const entries = await fixture.database.query(`SELECT action, details FROM audit_entry WHERE account_id = $1`, [
      admin.viewer.accountId,
    ]);
    expect(entries).toEqual([
      {
        action: 'policy.change',
        details: { scope: 'hub', target: 'test-hub', before: {}, after: { horizonDays: 10 } },
      },
    ]);
  });

  it('is tried before it is changed: the preview says the same, writes nothing and tells nobody', async () => {
    await fixture.book({ resource: 'studio', ...threeHours }, resident);
    const to = { scope: 'resource', target: 'studio', fields: { maxDurationMinutes: 60 }, keep: true } as const;
    const counted = async () => fixture.database.query(`SELECT count(*) FROM audit_entry`);
    const before = await counted();
    const tried = await policies.preview('test-hub', to, admin);
    expect(await counted()).toEqual(before);
    expect(
      (await policies.layers('test-hub', admin.viewer)).items.map(({ overrides }) => overrides),
    ).not.toContainEqual(to.fields);
    expect(tried).toEqual(await policies.change('test-hub', to, admin));
    expect(tried.noLongerAllowed).toHaveLength(1);
    await expect(policies.preview('test-hub', to, resident)).rejects.toMatchObject({ code: 'auth.forbidden' });
    const nothing = { ...to, fields: { maxDurationMinutes: 15 } };
    await expect(policies.preview('test-hub', nothing, admin)).rejects.toMatchObject({ code: 'policy.invalid' });
  });

  it('that somebody else has changed since it was read is neither tried nor changed', async () => {
    const { layer } = await change('resource', 'studio', { maxDurationMinutes: 180 });
    const to = { scope: 'resource', target: 'studio', fields: { minAge: 18 }, keep: true } as const;
    const read = { ...to, ifMatch: [layer.version] };
    await change('resource', 'studio', { holdMinutes: 5 });
    for (const attempt of [policies.preview('test-hub', read, admin), policies.change('test-hub', read, admin)])
      await expect(attempt).rejects.toMatchObject({ code: 'precondition.failed' });
    // Another layer is another matter, and what was put back is what was read.
    await change('hub', 'test-hub', { horizonDays: 10 });
    await change('resource', 'studio', { holdMinutes: null });
    expect((await policies.change('test-hub', read, admin)).layer.overrides).toEqual({
      maxDurationMinutes: 180,
      minAge: 18,
    });
  });

  it.each([
    ['hub', 'other-hub'],
    ['category', 'boat'],
    ['pool', 'vr-1'],
    ['resource', 'nothing'],
  ] as const)('of the %s %s does not exist', async (scope, target) => {
    await expect(change(scope, target, {})).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is changed with the same number of queries however much is booked', async () => {
    const count = () => fixture.countQueries(() => change('hub', 'test-hub', { horizonDays: 20 }));
    const before = await count();
    for (const hour of ['08', '10', '12', '14']) {
      const time = { startsAt: `2026-01-12T${hour}:00:00Z`, endsAt: `2026-01-12T${hour}:30:00Z` };
      await fixture.book({ pool: 'vr-headset', ...time }, await fixture.aPerson());
    }
    expect(await count()).toBe(before);
  });

  it('of two administrators who change different fields at once keeps both changes', async () => {
    await Promise.all([change('hub', 'test-hub', { horizonDays: 10 }), change('hub', 'test-hub', { minAge: 18 })]);
    const { items } = await policies.layers('test-hub', admin.viewer);
    expect(items[0]?.overrides).toEqual({ horizonDays: 10, minAge: 18 });
  });
});

describe('the hours of a hub', () => {
  const isOpen = async () => (await fixture.get(HubService).describe('test-hub', 'en')).opening[0]?.startsAt;

  it('are its week, its seasons, its exceptions and its country’s holidays', async () => {
    const noon = { mon: [{ opens: '12:00', closes: '14:00' }] };
    await opening.setSeasons(
      'test-hub',
      { seasons: [{ name: 'Winter', from: '12-01', to: '02-28', week: noon }] },
      admin,
    );
    expect(await isOpen()).toBe('2026-01-12T10:00:00.000Z');
    const hours = [{ opens: '07:00', closes: '08:00' }];
    await opening.setException('test-hub', { date: '2026-01-13', hours, reason: 'Morning swim' }, admin);
    const { opening: set } = await opening.setException('test-hub', { date: '2026-01-12', hours: [] }, admin);
    expect(await isOpen()).toBe('2026-01-13T05:00:00.000Z');
    expect(set.exceptions).toEqual([
      { date: '2026-01-12', hours: [], reason: null },
      { date: '2026-01-13', hours, reason: 'Morning swim' },
    ]);
    expect(set.holidays).toContainEqual({ date: '2026-12-06', name: 'Independence Day' });
    await opening.clearException('test-hub', '2026-01-12', admin);
    expect(await isOpen()).toBe('2026-01-12T10:00:00.000Z');
  });

  it('leave bookings as they are, and list those that are now outside', async () => {
    const early = await fixture.book({ startsAt: '2026-01-12T07:00:00Z', endsAt: '2026-01-12T08:00:00Z' }, resident);
    await fixture.book({}, resident);
    const week = { ...usualWeek, mon: [{ opens: '10:00', closes: '20:00' }] };
    const { noLongerAllowed } = await opening.setWeek('test-hub', week, admin);
    expect(codesOf(noLongerAllowed)).toEqual([[early.id, 'booking.closed']]);
    expect((await fixture.get(BookingService).get(early.id, resident)).status).toBe('confirmed');
  });

  it('tell beforehand exactly what a change will do, and do nothing then', async () => {
    await fixture.book({ startsAt: '2026-01-12T07:00:00Z', endsAt: '2026-01-12T08:00:00Z' }, resident);
    await fixture.book({}, resident);
    const week = { mon: [{ opens: '10:00', closes: '20:00' }] };
    const winter = { name: 'Winter', from: '12-01', to: '02-28', week: { mon: [{ opens: '13:00', closes: '20:00' }] } };
    const inventory = { date: '2026-01-12', hours: [], reason: 'Inventory' };
    const changes: [OpeningPreview, () => Promise<OpeningChanged>][] = [
      [{ week }, () => opening.setWeek('test-hub', week, admin)],
      [{ seasons: [winter] }, () => opening.setSeasons('test-hub', { seasons: [winter] }, admin)],
      [inventory, () => opening.setException('test-hub', inventory, admin)],
      [{ date: '2026-01-12', hours: null }, () => opening.clearException('test-hub', '2026-01-12', admin)],
    ];
    const found: number[] = [];
    for (const [wish, make] of changes) {
      const before = await everything();
      const preview = await opening.preview('test-hub', wish, admin);
      expect(await everything()).toEqual(before);
      expect(await make()).toEqual(preview);
      found.push(preview.noLongerAllowed.length);
    }
    expect(found).toEqual([1, 1, 0, 0]);
  });

  it('are previewed with the same number of queries however much is booked', async () => {
    const count = () => fixture.countQueries(() => opening.preview('test-hub', { week: {} }, admin));
    const before = await count();
    for (const hour of ['08', '10', '12', '14']) {
      const time = { startsAt: `2026-01-12T${hour}:00:00Z`, endsAt: `2026-01-12T${hour}:30:00Z` };
      await fixture.book({ pool: 'vr-headset', ...time }, await fixture.aPerson());
    }
    expect(await count()).toBe(before);
  });

  it('let a night be booked over midnight', async () => {
    await opening.setWeek('test-hub', { mon: [{ opens: '18:00', closes: '02:00' }] }, admin);
    const night = { startsAt: '2026-01-12T21:00:00Z', endsAt: '2026-01-12T23:00:00Z' };
    expect((await fixture.book(night, resident)).status).toBe('confirmed');
    const tooLate = { startsAt: '2026-01-12T23:30:00Z', endsAt: '2026-01-13T00:30:00Z' };
    await expect(fixture.book(tooLate, resident)).rejects.toMatchObject({ reasons: [{ code: 'booking.closed' }] });
  });

  it('have no public holiday in them', async () => {
    fixture.clock.advance(-14 * 24 * 60);
    const epiphany = { startsAt: '2026-01-06T10:00:00Z', endsAt: '2026-01-06T11:00:00Z' };
    await expect(fixture.book(epiphany, resident)).rejects.toMatchObject({ reasons: [{ code: 'booking.closed' }] });
  });

  it('have no closure in them, until it is lifted', async () => {
    await fixture.database.query(
      `INSERT INTO closure (hub_id, during, reason, created_by, created_at)
       VALUES ($1, '[2026-01-12 09:30Z,2026-01-12 10:30Z)', 'Power cut', $2, now())`,
      [fixture.id('hub'), admin.viewer.accountId],
    );
    await expect(fixture.book({}, resident)).rejects.toMatchObject({ reasons: [{ code: 'booking.closed' }] });
    await fixture.database.query(`UPDATE closure SET lifted_at = now()`);
    expect((await fixture.book({}, resident)).status).toBe('confirmed');
  });

  it('are changed by this hub’s administrators only', async () => {
    const staff = await fixture.aPerson({ staff: true });
    await expect(opening.setWeek('test-hub', {}, staff)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(opening.preview('test-hub', { week: {} }, staff)).rejects.toMatchObject({ code: 'auth.forbidden' });
    const noException = { date: '2026-01-12', hours: null };
    await expect(opening.preview('test-hub', noException, admin)).rejects.toMatchObject({ code: 'not_found' });
    await expect(opening.clearException('test-hub', '2026-01-12', admin)).rejects.toMatchObject({ code: 'not_found' });
  });
});
