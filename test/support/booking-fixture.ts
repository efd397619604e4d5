import type { Abstract, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { CreateBooking, JobPayload, Policy } from '#libs/contracts';
import { bookingEntities, BookingModule, BookingService, type Asking } from '#libs/booking';
import type { Viewer } from '#libs/people';
import { Clock, Config, Database, FixedClock, PlatformModule } from '#libs/platform';
import { countQueries } from './count-queries.js';
import { createTestDatabase } from './database.js';

/** A hub with a clock that stands still on a Monday at eight in the morning, before the doors open at nine. */
export class BookingFixture {
  readonly clock = new FixedClock(new Date('2026-01-12T06:00:00Z'));
  readonly ids = new Map<string, string>();
  private personCount = 0;

  private constructor(
    private readonly module: TestingModule,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async create(): Promise<BookingFixture> {
    const database = await createTestDatabase();
    const config = Config.parse({
      DATABASE_URL: database.url,
      MQTT_URL: 'mqtt://127.0.0.1:1',
      SECRET_KEY: 'k'.repeat(32),
      DEMO: 'true',
    });
    const builder = Test.createTestingModule({
      imports: [PlatformModule.forRoot(config, bookingEntities), BookingModule],
    });
    const clock = { now: () => fixture.clock.now() };
    const module = await builder.overrideProvider(Clock).useValue(clock).compile();
    const fixture = new BookingFixture(module, () => database.drop());
    await fixture.seed();
    return fixture;
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.dropDatabase();
  }

  get<T>(type: Type<T> | Abstract<T>): T {
    return this.module.get(type);
  }

  get database(): Database {
    return this.get(Database);
  }

  /** Forgets every booking and print, and puts the clock back. */
  async reset(): Promise<void> {
    this.clock.advance((Date.parse('2026-01-12T06:00:00Z') - this.clock.now().getTime()) / 60_000);
    await this.database.query(`TRUNCATE allocation, booking, outbox, idempotency_key, waiting_entry, closure`);
    await this.setPolicy({});
    await this.database.query(`UPDATE resource SET out_of_order_reason = NULL, out_of_order_until = NULL`);
  }

  /** A new person, who works in the hub when asked for. */
  async aPerson(options: { staff?: boolean } = {}): Promise<Asking> {
    this.personCount += 1;
    const email = `person-${this.personCount}@example.org`;
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO account (email, display_name, locale) VALUES ($1, $2, 'en') RETURNING id`,
      [email, `Person ${this.personCount}`],
    );
    const roles = options.staff ? [{ role: 'staff' as const, hubId: this.id('hub'), hub: 'test-hub' }] : [];
    const viewer: Viewer = {
      accountId: row!.id,
      sessionId: row!.id,
      email,
      displayName: `Person ${this.personCount}`,
      locale: 'en',
      reminders: true,
      roles,
    };
    return { viewer, locale: 'en' };
  }

  /** As many new residents. */
  async people(count: number): Promise<Asking[]> {
    return Promise.all(Array.from({ length: count }, () => this.aPerson()));
  }

  /** Books as a request would. */
  book(wish: Partial<CreateBooking>, asking: Asking, key?: string) {
    return this.get(BookingService).book(aWish(wish), asking, key);
  }

  /** Letters that wait to be sent, oldest first. */
  async letters(): Promise<{ to: string; template: string; params: Record<string, string> }[]> {
    const rows = await this.database.query<{
      payload: { to: string; template: string; params: Record<string, string> };
    }>(`SELECT payload FROM outbox WHERE job_name = 'mail.send' ORDER BY id`);
    return rows.map(({ payload: { to, template, params } }) => ({ to, template, params }));
  }

  /** The kinds of those letters. */
  async letterNames(): Promise<string[]> {
    return (await this.letters()).map(({ template }) => template);
  }

  /** What staff are to be told of, oldest first. */
  async newsForStaff(): Promise<JobPayload<'staff.notify'>[]> {
    const rows = await this.database.query<{ payload: JobPayload<'staff.notify'> }>(
      `SELECT payload FROM outbox WHERE job_name = 'staff.notify' ORDER BY id`,
    );
    return rows.map(({ payload }) => payload);
  }

  /** What the audit log says was done to a thing, oldest first. */
  async actions(subjectId: string): Promise<string[]> {
    const rows = await this.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
      [subjectId],
    );
    return rows.map(({ action }) => action);
  }

  /** What is taken, like `studio 10:00–10:30` with times in UTC. */
  async occupied(): Promise<string[]> {
    const rows = await this.database.query<{ text: string }>(
      `SELECT format('%s %s–%s', r.slug, to_char(lower(a.during) AT TIME ZONE 'UTC', 'HH24:MI'),
         to_char(upper(a.during) AT TIME ZONE 'UTC', 'HH24:MI')) AS text
       FROM allocation a JOIN resource r ON r.id = a.resource_id WHERE a.active ORDER BY r.slug, a.during`,
    );
    return rows.map(({ text }) => text);
  }

  /** Sets rules of the whole hub; `reset` takes them back. */
  async setPolicy(policy: Partial<Policy>): Promise<void> {
    await this.database.query(`UPDATE hub SET policy = $1`, [policy]);
  }

  id(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`nothing is called ${name}`);
    return id;
  }

  /** An attempt to print on printer-1. */
  async aPrintAttempt(): Promise<string> {
    const { viewer } = await this.aPerson();
    const [row] = await this.database.query<{ id: string }>(
      `WITH job AS (
         INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, file_bytes, created_at, updated_at)
         VALUES ($1, $2, 'queued', 'a.gcode', repeat('0', 64), 1, now(), now()) RETURNING id)
       INSERT INTO print_attempt (print_job_id, number, printer_id, start_token, status, dispatched_at)
       SELECT job.id, 1, $3, 'token', 'completed', now() FROM job RETURNING id`,
      [this.id('hub'), viewer.accountId, this.id('printer-1')],
    );
    return row!.id;
  }

  /** Counts the statements that `work` sends. */
  countQueries(work: () => Promise<unknown>): Promise<number> {
    return countQueries(this.get(DataSource), work);
  }

  private async seed(): Promise<void> {
    const rows = await this.database.query<{ slug: string; id: string }>(seedSql, [JSON.stringify(weekly)]);
    for (const { slug, id } of rows) this.ids.set(slug, id);
    await this.database.query(
      `WITH b AS (INSERT INTO bridge (hub_id, slug) VALUES ($1, 'bridge') RETURNING id)
       INSERT INTO printer (resource_id, bridge_id, model, bed_x_millimetres, bed_y_millimetres, bed_z_millimetres,
         nozzle_diameter_millimetres, max_nozzle_celsius, max_bed_celsius, unattended_allowed)
       SELECT $2, b.id, 'virtual', 200, 200, 200, 0.4, 250, 100, true FROM b`,
      [this.id('hub'), this.id('printer-1')],
    );
  }
}

/** A wish that nothing is wrong with: the studio, that Monday from twelve to one. */
export function aWish(changes: Partial<CreateBooking> = {}): CreateBooking {
  const named = changes.pool ?? changes.resources;
  return {
    hub: 'test-hub',
    startsAt: '2026-01-12T10:00:00Z',
    endsAt: '2026-01-12T11:00:00Z',
    ...(named === undefined && { resource: 'podcast-room' }),
    ...changes,
  };
}

const everyDay = [{ opens: '09:00', closes: '20:00' }];
const weekly = { mon: everyDay, tue: everyDay, wed: everyDay, thu: everyDay, fri: everyDay };

const text = (name: string) => `'{"fi": "${name} fi", "sv": "${name} sv", "en": "${name}"}'`;

const seedSql = `
  WITH h AS (
    INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours, category_policies)
    VALUES ('test-hub', 'Test hub', 'Street 1', 'Europe/Helsinki', '{fi,sv,en}', $1,
      '{"vr-headset": {"bufferAfterMinutes": 10}}')
    RETURNING id),
  p AS (
    INSERT INTO pool (hub_id, slug, name, description, category)
    SELECT h.id, 'vr-headset', ${text('VR headset')}, ${text('A headset')}, 'vr-headset' FROM h
    RETURNING id, slug),
  r AS (
    INSERT INTO resource (id, hub_id, slug, name, description, category, pool_id, parent_id, position)
    SELECT v.id, h.id, v.slug, jsonb_build_object('fi', v.slug || ' fi', 'en', v.slug), '{}', v.category,
      CASE WHEN v.category = 'vr-headset' THEN p.id END, v.parent_id, v.position
    FROM h, p, (VALUES
      ('00000000-0000-7000-8000-000000000001'::uuid, 'vr-1', 'vr-headset', NULL::uuid, 1),
      ('00000000-0000-7000-8000-000000000002', 'vr-2', 'vr-headset', NULL, 2),
      ('00000000-0000-7000-8000-000000000003', 'vr-3', 'vr-headset', NULL, 3),
      ('00000000-0000-7000-8000-000000000004', 'vr-4', 'vr-headset', NULL, 4),
      ('00000000-0000-7000-8000-000000000005', 'printer-1', 'printer', NULL, 5),
      ('00000000-0000-7000-8000-000000000006', 'studio', 'room', NULL, 6),
      ('00000000-0000-7000-8000-000000000007', 'podcast-room', 'room', NULL, 7),
      ('00000000-0000-7000-8000-000000000008', 'camera-kit', 'camera',
        '00000000-0000-7000-8000-000000000006', 8)
    ) AS v (id, slug, category, parent_id, position)
    RETURNING id, slug)
  SELECT 'hub' AS slug, id FROM h UNION ALL SELECT slug, id FROM p UNION ALL SELECT slug, id FROM r`;
