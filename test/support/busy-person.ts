import { Readable } from 'node:stream';
import type pg from 'pg';
import { bookingStates, printJobStates } from '#libs/contracts';
import { FileStore } from '#libs/platform';
import type { RunningApi } from './running-api.js';

/** Somebody who has left a word of his or her own wherever people can leave one. */
export interface BusyPerson {
  id: string;
  email: string;
  cookie: string;
  /** A booking of this person that has not begun. */
  booked: { startsAt: string; endsAt: string };
  /** A print that a printer is at. */
  runningJob: string;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Makes such a person through the API, and by hand what only time or a printer can make.
 * @param word in everything that the person is called or writes
 */
export async function aBusyPerson(api: RunningApi, client: pg.Client, word: string): Promise<BusyPerson> {
  const email = `${word}@example.org`;
  const cookie = await api.cookieOf(email);
  const send = async (method: string, path: string, body: unknown, status: number) => {
    const answer = await api.send(method, `/api/v1${path}`, body, { cookie, 'idempotency-key': `${word}${path}` });
    if (answer.status !== status)
      throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const { id } = await send('PATCH', '/me', { displayName: `Maija ${word}` }, 200);
  const booked = await freeHour(api, cookie);
  await send('POST', '/bookings', { resource: 'podcast-room', ...booked, purpose: `${word} soittaa` }, 201);
  const wanted = { from: booked.startsAt, to: booked.endsAt, durationMinutes: 60 };
  await send('POST', '/waiting-list', { resource: 'podcast-room', ...wanted }, 201);
  await send('POST', '/me/calendar-feed', {}, 201);
  const guardianEmail = `${word}-huoltaja@example.org`;
  await send('POST', '/me/guardian-consent', { hub: 'viitasaari', guardianEmail }, 202);
  await send('POST', '/hubs/viitasaari/resources/podcast-room/faults', { text: `${word} huomasi` }, 201);
  await upload(api, cookie, word);
  await api.send('POST', '/api/v1/auth/codes', { email });
  await withHistory(api, client, { id, email, word });
  return { id, email, cookie, booked, runningJob: await aRunningPrint(api, client, { id, word }) };
}

/** An hour of the podcast room that nobody has, some days ahead. */
async function freeHour(api: RunningApi, cookie: string): Promise<{ startsAt: string; endsAt: string }> {
  const from = Date.now() + 2 * dayMs;
  const range = `from=${iso(from)}&to=${iso(from + 7 * dayMs)}&category=room`;
  const answer = await api.fetch(`/api/v1/hubs/viitasaari/availability?${range}`, { headers: { cookie } });
  const { items } = (await answer.json()) as { items: { resource: string; freeSlots: { startsAt: string }[] }[] };
  const slot = items.find(({ resource }) => resource === 'podcast-room')?.freeSlots[1];
  if (slot === undefined) throw new Error('the podcast room has no free time');
  return { startsAt: slot.startsAt, endsAt: iso(Date.parse(slot.startsAt) + hourMs) };
}

async function upload(api: RunningApi, cookie: string, word: string): Promise<void> {
  const form = new FormData();
  form.append('note', `terveisin ${word}`);
  form.append('file', new Blob([`; ${word}\nG28\n`]), `${word}.gcode`);
  const answer = await api.fetch('/api/v1/print-jobs', { method: 'POST', headers: { cookie }, body: form });
  if (answer.status !== 201) throw new Error(`the upload answered ${answer.status}`);
}

/** Past bookings and prints in every state, mails that were sent, and what staff wrote. */
async function withHistory(
  api: RunningApi,
  client: pg.Client,
  { id, email, word }: { id: string; email: string; word: string },
): Promise<void> {
  const file = await api.get(FileStore).put(Readable.from([`; ${word}, an earlier model`]), 1000);
  await client.query(
    `INSERT INTO booking (hub_id, account_id, category, status, starts_at, ends_at, purpose, decline_reason, expires_at,
       created_at, updated_at)
     SELECT h.id, $1, 'room', state, now() - interval '2 days', now() - interval '1 day', $2, $2, now(), now(), now()
     FROM hub h, unnest($3::text[]) AS state`,
    [
      id,
      `${word} kirjoitti`,
      bookingStates.filter((state) => !['held', 'pending', 'confirmed', 'in_use'].includes(state)),
    ],
  );
  await client.query(
    `WITH series AS (
       INSERT INTO booking_series (hub_id, account_id, category, resource_ids, rrule, starts_at_local, duration_minutes,
         purpose, created_at)
       SELECT h.id, $1, 'room', ARRAY[r.id], 'FREQ=DAILY;COUNT=1', now()::timestamp, 60, $2, now()
       FROM hub h JOIN resource r ON r.hub_id = h.id AND r.slug = 'studio' RETURNING id, hub_id)
     INSERT INTO booking (hub_id, account_id, category, status, starts_at, ends_at, purpose, series_id, series_position,
       created_at, updated_at)
     SELECT hub_id, $1, 'room', 'completed', now() - interval '3 days', now() - interval '2 days', $2, id, 0, now(), now()
     FROM series`,
    [id, `${word} ja ystävät`],
  );
  await client.query(
    `INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, file_bytes, note, review_reason, analysis,
       thumbnail_sha256, created_at, updated_at)
     SELECT h.id, $1, state, $2 || '.gcode', $3, 10, $2, $2, jsonb_build_object('slicer',
       jsonb_build_object('name', $2::text, 'version', null), 'estimatedSeconds', 60, 'totalGrams', 12), $3, now(), now()
     FROM hub h, unnest($4::text[]) AS state`,
    [id, word, file.sha256, printJobStates.filter((state) => !onPrinter.includes(state))],
  );
  await client.query(
    `WITH h AS (SELECT id FROM hub),
     note AS (
       INSERT INTO person_note (hub_id, account_id, text, created_at, updated_at) SELECT id, $1, $2, now(), now() FROM h),
     block AS (INSERT INTO person_block (hub_id, account_id, reason, created_at) SELECT id, $1, $2, now() FROM h),
     consent AS (UPDATE guardian_consent SET status = 'consented', guardian_name = $2 WHERE account_id = $1),
     ward AS (
       INSERT INTO guardian_consent (hub_id, account_id, guardian_name, guardian_email, locale, status, asked_at)
       SELECT h.id, a.id, $2, $3, 'fi', 'consented', now() FROM h, account a
       WHERE a.email = 'staff@digikeskus.example')
     UPDATE account SET phone = $2, municipality = $2, birth_date = '2014-01-01' WHERE id = $1`,
    [id, `huoltaja-${word}`, email],
  );
  await client.query(`INSERT INTO demo_mail (recipient, subject, text, sent_at) VALUES ($1, $2, $2, now())`, [
    email,
    `Hei ${word}`,
  ]);
}

const onPrinter = ['dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown', 'awaiting_clear'];

async function aRunningPrint(
  api: RunningApi,
  client: pg.Client,
  { id, word }: { id: string; word: string },
): Promise<string> {
  const file = await api.get(FileStore).put(Readable.from([`; ${word}, on the printer now`]), 1000);
  const { rows } = await client.query<{ id: string }>(
    `WITH job AS (
       INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, file_bytes, created_at, updated_at)
       SELECT h.id, $1, 'printing', $2 || '.gcode', $3, 10, now(), now() FROM hub h RETURNING id)
     INSERT INTO print_attempt (print_job_id, number, printer_id, start_token, status, dispatched_at, started_at)
     SELECT job.id, 1, r.id, 'token', 'printing', now(), now() FROM job, resource r WHERE r.slug = 'printer-1'
     RETURNING print_job_id AS id`,
    [id, word, file.sha256],
  );
  return rows[0]?.id ?? '';
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
