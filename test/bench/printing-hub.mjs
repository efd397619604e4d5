import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/apps/standalone/src/embedded/postgres.js';
import { freePort, runProgram, untilReady } from './processes.mjs';

/** How long the prints of the bench take, and their printers are kept, hours. */
const printHours = 6;

/**
 * The built worker over a real PostgreSQL and a broker, with printers of one bridge that are all printing.
 * @param {{ printers: number, broker: { serverUrl: string }, server: object, place: { hub: string, bridge: string } }} setting
 */
export async function startPrintingHub({ printers, broker, server, place }) {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-bench-'));
  await chmod(folder, 0o755);
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart();
  };
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), password: 'bench' });
    stops.push(() => postgres.stop());
    const port = await freePort();
    const worker = runProgram(process.execPath, ['dist/apps/worker/src/main.js'], {
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: postgres.url,
      DATA_DIR: folder,
      MQTT_URL: broker.serverUrl,
      MQTT_USERNAME: server.username,
      MQTT_PASSWORD: server.password,
      SECRET_KEY: randomBytes(32).toString('hex'),
      DEMO: 'true',
      LOG_LEVEL: 'warn',
    });
    stops.push(worker.stop);
    await untilReady(worker.child, `http://127.0.0.1:${port}/health/ready`);
    const database = new pg.Client({ connectionString: postgres.url });
    stops.push(() => database.end());
    await database.connect();
    const until = new Date(Date.now() + printHours * 3_600_000);
    await database.query(seedHubSql, [place.hub, place.bridge]);
    const { rows: prints } = await database.query(seedPrintsSql, [place.hub, printers, until]);
    return { worker, database, prints, until, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const seedHubSql = `
  WITH h AS (
    INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
    VALUES ($1, 'Bench', 'Street 1', 'Europe/Helsinki', '{fi}', '{}') RETURNING id)
  INSERT INTO bridge (hub_id, slug) SELECT id, $2 FROM h`;

const seedPrintsSql = `
  WITH a AS (
    INSERT INTO account (email, display_name, locale) VALUES ('bench@example.org', 'Bench', 'fi') RETURNING id),
  h AS (SELECT h.id, b.id AS bridge_id FROM hub h JOIN bridge b ON b.hub_id = h.id WHERE h.slug = $1),
  r AS (
    INSERT INTO resource (hub_id, slug, name, description, category, position)
    SELECT h.id, 'printer-' || n, '{}', '{}', 'printer', n FROM h, generate_series(1, $2::int) AS n RETURNING id, slug),
  p AS (
    INSERT INTO printer (resource_id, bridge_id, model, bed_x_millimetres, bed_y_millimetres, bed_z_millimetres,
      nozzle_diameter_millimetres, max_nozzle_celsius, max_bed_celsius, unattended_allowed)
    SELECT r.id, h.bridge_id, 'virtual', 200, 200, 200, 0.4, 250, 100, true FROM r, h RETURNING resource_id),
  j AS (
    INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, file_bytes, created_at, updated_at,
      preferred_printer_id)
    SELECT h.id, a.id, 'printing', 'part.gcode', repeat('a', 64), 1000, now(), now(), p.resource_id FROM h, a, p
    RETURNING id, preferred_printer_id),
  t AS (
    INSERT INTO print_attempt (print_job_id, number, printer_id, start_token, status, dispatched_at, started_at, progress)
    SELECT id, 1, preferred_printer_id, 'token', 'printing', now(), now(), 0 FROM j
    RETURNING id, print_job_id, printer_id, start_token),
  kept AS (
    INSERT INTO allocation (resource_id, during, kind, print_attempt_id)
    SELECT printer_id, tstzrange(now(), $3), 'print', id FROM t)
  SELECT r.slug, t.print_job_id AS "jobId", 1 AS attempt, t.start_token AS "startToken"
  FROM t JOIN r ON r.id = t.printer_id ORDER BY r.slug`;
