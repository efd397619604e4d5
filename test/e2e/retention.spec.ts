import { Readable } from 'node:stream';
import { FileStore } from '#libs/platform';
import { PrintingFixture } from '../support/printing-fixture.js';
import { RetentionService } from '../../libs/people/src/privacy/retention.service.js';
import { PrintFileForgetter } from '../../libs/printing/src/privacy/print-file-forgetter.js';

let fixture: PrintingFixture;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  await fixture.get(FileStore).onModuleInit();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const dayMinutes = 24 * 60;
const expire = () => fixture.get(RetentionService).expire();
function query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return fixture.database.query<Row>(sql, parameters);
}

async function aPersonLastSeen(daysAgo: number): Promise<string> {
  const { accountId } = await fixture.aPerson();
  const at = new Date(fixture.clock.now().getTime() - daysAgo * dayMinutes * 60_000);
  await query(`UPDATE account SET last_active_at = $2 WHERE id = $1`, [accountId, at]);
  return accountId;
}

async function stateOf(accountId: string): Promise<string> {
  const [row] = await query<{ erased: boolean; warned: boolean }>(
    `SELECT erased_at IS NOT NULL AS erased, inactivity_warned_at IS NOT NULL AS warned FROM account WHERE id = $1`,
    [accountId],
  );
  return row?.erased ? 'erased' : row?.warned ? 'warned' : 'left alone';
}

const signIn = (accountId: string) =>
  query(
    `INSERT INTO session (account_id, token_hash, created_at, last_seen_at, expires_at)
     VALUES ($1, uuid_send(uuidv7()), $2, $2, $2::timestamptz + interval '90 days')`,
    [accountId, fixture.clock.now()],
  );

describe('somebody whom nobody has seen', () => {
  it('is warned after 716 days, once, and erased 14 days later', async () => {
    const soon = await aPersonLastSeen(715);
    const due = await aPersonLastSeen(717);
    await expire();
    expect([await stateOf(soon), await stateOf(due)]).toEqual(['left alone', 'warned']);
    fixture.clock.advance(13 * dayMinutes);
    await expire();
    expect([await stateOf(soon), await stateOf(due)]).toEqual(['warned', 'warned']);
    const mails = (await fixture.takeJobs('mail.send')).map(({ payload }) => payload['template']);
    expect(mails).toEqual(['accountInactive', 'accountInactive']);
    fixture.clock.advance(dayMinutes + 1);
    await expire();
    expect([await stateOf(soon), await stateOf(due)]).toEqual(['warned', 'erased']);
  });

  it('stays who was long away and comes back after the warning', async () => {
    const accountId = await aPersonLastSeen(720);
    await expire();
    fixture.clock.advance(dayMinutes);
    await signIn(accountId);
    expect(await stateOf(accountId)).toBe('left alone');
    fixture.clock.advance(30 * dayMinutes);
    await expire();
    expect(await stateOf(accountId)).toBe('left alone');
  });

  it('is not erased without having been warned, however long ago it was', async () => {
    const accountId = await aPersonLastSeen(3000);
    await expire();
    expect(await stateOf(accountId)).toBe('warned');
  });

  it('is left alone as long as he or she works in a hub', async () => {
    const accountId = await aPersonLastSeen(3000);
    await query(`INSERT INTO role_assignment (account_id, role, hub_id) VALUES ($1, 'staff', $2)`, [
      accountId,
      fixture.hubId,
    ]);
    await expire();
    expect(await stateOf(accountId)).toBe('left alone');
  });

  it('is forgotten in as many steps as it takes', async () => {
    await query(
      `INSERT INTO account (email, display_name, locale, last_active_at, inactivity_warned_at)
       SELECT 'old-' || n || '@example.org', 'Old', 'fi', $1::timestamptz - interval '1000 days', $1::timestamptz - interval '20 days'
       FROM generate_series(1, 120) AS n`,
      [fixture.clock.now()],
    );
    await expire();
    expect(await query(`SELECT FROM account WHERE email LIKE 'old-%'`)).toEqual([]);
  });
});

describe('an uploaded model', () => {
  async function aModel(status: 'done' | 'queued', content: string): Promise<{ id: string; sha256: string }> {
    const { sha256 } = await fixture.get(FileStore).put(Readable.from([content]), 100);
    const id = await fixture.aPrintJob({ status });
    await query(`UPDATE print_job SET file_sha256 = $2, thumbnail_sha256 = NULL WHERE id = $1`, [id, sha256]);
    return { id, sha256 };
  }

  it('is kept for 30 days after its print ended, and then forgotten', async () => {
    const { sha256 } = await aModel('done', 'G28');
    fixture.clock.advance(30 * dayMinutes);
    await expire();
    expect(await fixture.takeJobs('print.forget-file')).toEqual([]);
    fixture.clock.advance(1);
    await expire();
    const jobs = await fixture.takeJobs('print.forget-file');
    expect(jobs.map(({ payload }) => payload)).toEqual([{ sha256 }]);
  });

  it('is forgotten together with the plain G-code and the toolpath that were made of it', async () => {
    const { id, sha256 } = await aModel('done', 'G31');
    const gcode = await fixture.get(FileStore).put(Readable.from(['G31 plain']), 100);
    const toolpath = await fixture.get(FileStore).put(Readable.from(['G31 layers']), 100);
    await query('UPDATE print_job SET gcode_sha256 = $2, gcode_bytes = 9, toolpath_sha256 = $3 WHERE id = $1', [
      id,
      gcode.sha256,
      toolpath.sha256,
    ]);
    await fixture.get(PrintFileForgetter).forget({ sha256: gcode.sha256 });
    expect(await fixture.get(FileStore).has(gcode.sha256)).toBe(true);
    fixture.clock.advance(31 * dayMinutes);
    await expire();
    const forgotten = (await fixture.takeJobs('print.forget-file')).map(({ payload }) => payload.sha256);
    expect(new Set(forgotten)).toEqual(new Set([sha256, gcode.sha256, toolpath.sha256]));
  });

  it('is kept for as long as its print waits', async () => {
    await aModel('queued', 'G29');
    fixture.clock.advance(400 * dayMinutes);
    await expire();
    expect(await fixture.takeJobs('print.forget-file')).toEqual([]);
  });

  it('is there until the promised job is done, and gone afterwards, however often that is', async () => {
    const { sha256 } = await aModel('done', 'G30');
    fixture.clock.advance(31 * dayMinutes);
    await expire();
    expect(await fixture.get(FileStore).has(sha256)).toBe(true);
    for (let times = 0; times < 2; times += 1) await fixture.get(PrintFileForgetter).forget({ sha256 });
    expect(await fixture.get(FileStore).has(sha256)).toBe(false);
  });
});

it('forgets old mails of the demo, keys of requests, codes, sessions, looks and unanswered questions, and leaves fresh ones', async () => {
  const { accountId } = await fixture.aPerson();
  const days = [1000, 0];
  for (const ago of days) {
    const at = new Date(fixture.clock.now().getTime() - ago * dayMinutes * 60_000);
    await query(`INSERT INTO demo_mail (recipient, subject, text, sent_at) VALUES ('a', 'b', 'c', $1)`, [at]);
    await query(
      `INSERT INTO idempotency_key (account_id, key, request_hash, subject_id, created_at) VALUES ($1, $2, '', $1, $3)`,
      [accountId, `key-${ago}`, at],
    );
    await query(`INSERT INTO sign_in_code (email, code_hash, expires_at, requested_at) VALUES ($1, '', $2, '{}')`, [
      `code-${ago}@example.org`,
      at,
    ]);
    await query(
      `INSERT INTO personal_data_read (at, reader_id, session_id, role, person_id, kind)
       VALUES ($1, $2, $2, 'staff', $2, 'bookings')`,
      [at, accountId],
    );
    await query(
      `INSERT INTO guardian_consent (hub_id, account_id, guardian_email, locale, status, token_hash, asked_at, expires_at)
       SELECT h.id, $1, 'a@b.example', 'fi', $3, sha256(convert_to($3, 'UTF8')), $2, $2 FROM hub h LIMIT 1`,
      [accountId, at, ago === 0 ? 'asked' : 'replaced'],
    );
  }
  await expire();
  const tables = ['demo_mail', 'idempotency_key', 'sign_in_code', 'personal_data_read', 'guardian_consent'];
  const counts = await Promise.all(
    tables.map((table) => query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)),
  );
  expect(counts.map(([row]) => row?.n)).toEqual([1, 1, 1, 1, 1]);
});
