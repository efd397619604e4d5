import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { Database, FileStore } from '#libs/platform';
import type { Sent } from './bad-bodies.js';
import { RunningApi } from './running-api.js';

/** Everybody who may knock. The things asked for are the resident's own, in the hub of `staff` and `admin`. */
export const callers = [
  'nobody',
  'impostor',
  'kiosk',
  'resident',
  'stranger',
  'staff',
  'admin',
  'foreignStaff',
  'foreignAdmin',
] as const;
export type Caller = (typeof callers)[number];

/** In everything of the resident's that is personal, so that it is noticed wherever it comes out. */
export const marker = 'marka';

const emails: Partial<Record<Caller, string>> = {
  resident: `${marker}@digikeskus.example`,
  stranger: 'toinen@digikeskus.example',
  staff: 'staff@digikeskus.example',
  admin: 'admin@digikeskus.example',
  foreignStaff: 'naapurin-ohjaaja@digikeskus.example',
  foreignAdmin: 'naapurin-hallinta@digikeskus.example',
};

/** Ids of the resident's things, made anew for every request: what one caller does is not in the way of the next. */
export interface Things {
  person: string;
  /** Somebody else, who works in the hub. */
  member: string;
  /** Somebody else, who knows the hub and may be erased. */
  leaver: string;
  /** About the member, by `staff`. */
  note: string;
  block: string;
  booking: string;
  series: string;
  seriesDate: string;
  waiting: string;
  printJob: string;
  printer: string;
  /** Of the printer. */
  task: string;
  closure: string;
  fault: string;
  induction: string;
  session: string;
  device: string;
  /** The member says to belong to it, and nobody has confirmed either. */
  organisation: string;
  /** Where the resident is signed in besides. */
  signIn: string;
  passkey: string;
  /** Somebody who has nothing yet. */
  newcomer: string;
}

/** What a request ends, which the next one still needs. */
interface Spares {
  endsSession?: boolean;
  endsAccount?: boolean;
}

interface Request extends Spares {
  body?: unknown;
  /** A body to the letter. */
  sent?: Sent;
}

/** A hub with a neighbour, one of each kind of caller, and the resident's things. */
export class RouteWalk {
  private round = 0;

  private constructor(
    readonly api: RunningApi,
    private readonly headers: ReadonlyMap<Caller, Record<string, string>>,
    private readonly fileSha256: string,
  ) {}

  static async start(): Promise<RouteWalk> {
    const api = await RunningApi.start({ env: { SECURITY_CONTACT: 'security@digikeskus.example' } });
    const headers = new Map<Caller, Record<string, string>>([
      ['nobody', {}],
      ['impostor', { authorization: `Bearer dk_${'A'.repeat(43)}`, cookie: `session=${'A'.repeat(43)}` }],
      ['kiosk', { authorization: `Bearer ${kioskToken}` }],
    ]);
    for (const caller of callers) {
      const email = emails[caller];
      if (email !== undefined) headers.set(caller, { cookie: await api.cookieOf(email) });
    }
    await api.get(Database).query(neighbourSql);
    await api.get(Database).query(pairKioskSql, [kioskToken]);
    await api.get(Database).query(`CREATE TABLE hub_as_it_was AS TABLE hub`);
    for (const [caller, role] of [
      ['foreignStaff', 'staff'],
      ['foreignAdmin', 'admin'],
    ] as const) {
      await api.get(Database).query(appointSql, [emails[caller], role]);
    }
    await api.get(Database).query(`UPDATE account SET display_name = $2 WHERE email = $1`, [emails.resident, marker]);
    // The resident has passkeys, and has shown one.
    await api.get(Database).query(`UPDATE session SET level = 'full'`);
    const { sha256 } = await api.get(FileStore).put(Readable.from([Buffer.from('a file')]), 100);
    return new RouteWalk(api, headers, sha256);
  }

  /** @param route method and address, as in `GET /api/v1/me` */
  async ask(caller: Caller, route: string, options: Request): Promise<Response> {
    const [method = '', path = ''] = route.split(' ');
    const headers = { ...this.headers.get(caller), ...(await this.spare(caller, options)) };
    const { body, sent } = options;
    if (sent !== undefined) {
      return this.api.fetch(path, {
        method,
        headers: { ...headers, 'content-type': sent.contentType },
        body: sent.text,
      });
    }
    if (body instanceof FormData || body instanceof Blob) return this.api.fetch(path, { method, headers, body });
    if (body === undefined) return this.api.fetch(path, { method, headers });
    return this.api.send(method, path, body, headers);
  }

  /** Undoes whatever the callers did to the hub and its calendar. */
  async clearAway(): Promise<void> {
    for (const statement of clearSql) await this.api.get(Database).query(statement);
  }

  /** A fresh session like that of `caller`, which may be ended; with an account that may be. */
  private async spare(caller: Caller, { endsSession, endsAccount }: Spares): Promise<Record<string, string>> {
    if (!endsSession && !endsAccount) return {};
    const spare = randomBytes(32).toString('base64url');
    const token = this.headers.get(caller)?.cookie?.split('=')[1];
    const isAccountSpare = endsAccount === true && (caller === 'resident' || caller === 'stranger');
    await this.api.get(Database).query(copySessionSql, [token, spare, isAccountSpare]);
    return emails[caller] === undefined ? {} : { cookie: `session=${spare}` };
  }

  /** The resident's things, once more: at an hour of their own, since a room is taken once. */
  async newThings(): Promise<Things> {
    this.round += 1;
    const [things] = await this.api
      .get(Database)
      .query<Things>(thingsSql, [emails.resident, this.round, marker, this.fileSha256]);
    return things!;
  }
}

const neighbourSql = `
  INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
  SELECT 'naapuri', 'Naapuri', address, time_zone, languages, weekly_hours FROM hub WHERE slug = 'viitasaari'`;

const kioskToken = `dk_${'k'.repeat(43)}`;
const pairKioskSql = `
  INSERT INTO device (hub_id, kind, name, paired_at, token_hash)
  SELECT id, 'kiosk', 'Ovi', now(), sha256(convert_to($1, 'UTF8')) FROM hub WHERE slug = 'viitasaari'`;

const appointSql = `
  INSERT INTO role_assignment (account_id, role, hub_id)
  SELECT a.id, $2, h.id FROM account a, hub h WHERE a.email = $1 AND h.slug = 'naapuri'`;

const clearSql = [
  `TRUNCATE booking, closure, waiting_entry, opening_exception CASCADE`,
  `UPDATE resource SET out_of_order_reason = NULL, out_of_order_until = NULL, policy = '{}'`,
  `UPDATE hub SET (slug, time_zone, weekly_hours, seasons, policy, category_policies) =
     (SELECT w.slug, w.time_zone, w.weekly_hours, w.seasons, w.policy, w.category_policies
      FROM hub_as_it_was w WHERE w.id = hub.id)`,
];

const copySessionSql = `
  WITH spare AS (
    INSERT INTO account (email, display_name, locale)
    SELECT md5($2) || '@digikeskus.example', 'Spare', 'fi' WHERE $3 RETURNING id)
  INSERT INTO session SELECT copy.* FROM session s, jsonb_populate_record(s, jsonb_build_object(
    'id', uuidv7(), 'token_hash', sha256(convert_to($2, 'UTF8')), 'created_at', now(),
    'account_id', coalesce((SELECT id FROM spare), s.account_id))) AS copy
  WHERE s.token_hash = sha256(convert_to($1, 'UTF8'))`;

const thingsSql = `
  WITH h AS (SELECT id FROM hub WHERE slug = 'viitasaari'),
  a AS (SELECT id FROM account WHERE email = $1),
  room AS (SELECT r.id FROM resource r, h WHERE r.hub_id = h.id AND r.slug = 'podcast-room'),
  t AS (SELECT date_trunc('hour', now()) + interval '1 day' + 2 * $2::int * interval '1 hour' AS at),
  signed AS (
    INSERT INTO session (account_id, token_hash, created_at, last_seen_at, expires_at)
    SELECT a.id, sha256(uuidv7()::text::bytea), now(), now(), now() + interval '1 hour' FROM a RETURNING id),
  gone AS (DELETE FROM induction USING a WHERE account_id = a.id),
  s AS (
    INSERT INTO booking_series (hub_id, account_id, category, resource_ids, rrule, starts_at_local, duration_minutes,
      purpose, created_at)
    SELECT h.id, a.id, 'room', ARRAY[room.id], 'FREQ=WEEKLY;COUNT=2', t.at AT TIME ZONE 'UTC', 30, $3, now()
    FROM h, a, room, t RETURNING id),
  b AS (
    INSERT INTO booking (hub_id, account_id, category, status, starts_at, ends_at, purpose, created_at, updated_at,
      series_id, series_position)
    SELECT h.id, a.id, 'room', 'confirmed', t.at + place.minutes * interval '1 minute',
      t.at + (place.minutes + 30) * interval '1 minute', $3, now(), now(), place.series, place.position
    FROM h, a, t, (SELECT 0, NULL::uuid, NULL::int UNION ALL SELECT 45, s.id, 1 FROM s)
      AS place (minutes, series, position)
    RETURNING id, series_id, starts_at, ends_at),
  taken AS (
    INSERT INTO allocation (resource_id, during, kind, booking_id)
    SELECT room.id, tstzrange(b.starts_at, b.ends_at), 'booking', b.id FROM b, room),
  w AS (
    INSERT INTO waiting_entry (hub_id, account_id, resource_id, wanted_from, wanted_to, duration_minutes, status,
      created_at, updated_at)
    SELECT h.id, a.id, room.id, t.at, t.at + interval '1 hour', 30, 'waiting', now(), now() FROM h, a, room, t
    RETURNING id),
  j AS (
    INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, thumbnail_sha256, toolpath_sha256,
      model_format, file_bytes, gcode_sha256, gcode_bytes, gcode_origin, note, created_at, updated_at)
    SELECT h.id, a.id, 'awaiting_review', $3 || '.gcode', $4, $4, $4, 'STL', 6, $4, 6, 'attached', $3, now(), now()
    FROM h, a
    RETURNING id),
  failed AS (
    INSERT INTO print_attempt (print_job_id, number, printer_id, start_token, status, dispatched_at, started_at, ended_at)
    SELECT j.id, 1, r.id, j.id::text, 'failed', now(), now(), now() FROM j, resource r WHERE r.slug = 'printer-1'
    RETURNING id),
  seen AS (
    INSERT INTO print_attempt_picture (print_attempt_id, asking_id, asked_at, taken_at, sha256, media_type)
    SELECT failed.id, failed.id, now(), now(), $4, 'image/jpeg' FROM failed),
  pictured AS (
    INSERT INTO resource_picture (resource_id, content, media_type)
    SELECT r.id, 'a picture', 'image/jpeg' FROM resource r, h WHERE r.hub_id = h.id AND r.slug = 'camera-kit'
    ON CONFLICT DO NOTHING),
  c AS (
    INSERT INTO closure (hub_id, during, reason, created_by, created_at)
    SELECT h.id, tstzrange(t.at + interval '900 days', t.at + interval '900 days 1 hour'), 'cleaning', a.id, now()
    FROM h, a, t RETURNING id),
  i AS (
    INSERT INTO induction (hub_id, account_id, kind, granted_by, granted_at)
    SELECT h.id, a.id, 'kind-' || $2::int, a.id, now() FROM h, a RETURNING id),
  session AS (
    INSERT INTO induction_session (hub_id, kind, starts_at, ends_at, seats, created_by, created_at)
    SELECT h.id, 'laser', t.at, t.at + interval '1 hour', 5, a.id, now() FROM h, a, t RETURNING id),
  device AS (
    INSERT INTO device (hub_id, kind, name, paired_at) SELECT h.id, 'kiosk', 'Aula', now() FROM h RETURNING id),
  organisation AS (
    INSERT INTO organisation (name, kind, created_at) SELECT 'Kutomo ' || $2::int, 'company', now() RETURNING id),
  member AS (
    INSERT INTO account (email, display_name, locale)
    SELECT 'member-' || $2::int || '@digikeskus.example', 'Member', 'fi' RETURNING id),
  work AS (INSERT INTO role_assignment (account_id, role, hub_id) SELECT member.id, 'staff', h.id FROM member, h),
  leaver AS (
    INSERT INTO account (email, display_name, locale)
    SELECT 'leaver-' || $2::int || '@digikeskus.example', 'Leaver', 'fi' RETURNING id),
  known AS (
    INSERT INTO induction (hub_id, account_id, kind, granted_by, granted_at)
    SELECT h.id, leaver.id, 'leaving', a.id, now() FROM h, leaver, a),
  note AS (
    INSERT INTO person_note (hub_id, account_id, author_id, text, created_at, updated_at)
    SELECT h.id, member.id, author.id, 'friendly', now(), now()
    FROM h, member, account author WHERE author.email = 'staff@digikeskus.example' RETURNING id),
  block AS (
    INSERT INTO person_block (hub_id, account_id, reason, created_at) SELECT h.id, member.id, 'noise', now()
    FROM h, member RETURNING id),
  belonging AS (
    INSERT INTO organisation_member (organisation_id, account_id, asked_at)
    SELECT organisation.id, member.id, now() FROM organisation, member),
  ask AS (
    INSERT INTO guardian_consent (hub_id, account_id, locale, status, asked_at, answered_at)
    SELECT h.id, member.id, 'fi', 'consented', now(), now() FROM h, member),
  seat AS (
    INSERT INTO induction_seat (session_id, account_id, booked_at) SELECT session.id, a.id, now() FROM session, a),
  pk AS (
    INSERT INTO passkey (account_id, credential_id, public_key, counter, transports, name, created_at)
    SELECT a.id, 'credential-' || $2::int, '', 0, '{}', $3, now() FROM a RETURNING id),
  task AS (
    INSERT INTO printer_task (printer_id, name, every_hours, stops_printer, counted_from, created_at)
    SELECT r.id, 'Oil', 200, false, now(), now() FROM resource r, h WHERE r.hub_id = h.id AND r.slug = 'printer-1'
    RETURNING id),
  fault AS (
    INSERT INTO fault_report (hub_id, resource_id, account_id, text, reported_at)
    SELECT h.id, room.id, a.id, 'broken', now() FROM h, room, a RETURNING id),
  newcomer AS (
    INSERT INTO account (email, display_name, locale)
    VALUES ('newcomer-' || $2::int || '@digikeskus.example', 'Newcomer', 'fi') RETURNING id)
  SELECT a.id AS person, member.id AS member, leaver.id AS leaver, note.id AS note, block.id AS block,
    (SELECT id FROM b WHERE series_id IS NULL) AS booking, s.id AS series,
    (SELECT id FROM b WHERE series_id IS NOT NULL) AS "seriesDate", w.id AS waiting, j.id AS "printJob",
    (SELECT r.id FROM resource r, h WHERE r.hub_id = h.id AND r.slug = 'printer-1') AS printer, task.id AS task,
    c.id AS closure, fault.id AS fault, i.id AS induction, session.id AS session, device.id AS device, signed.id AS "signIn",
    pk.id AS passkey, newcomer.id AS newcomer, organisation.id AS organisation
  FROM a, s, w, j, c, i, session, member, leaver, note, block, device, signed, pk, newcomer, organisation, task, fault`;
