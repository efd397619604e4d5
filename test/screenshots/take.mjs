// The pictures of docs/screenshots, from a hub with the demo's data: npm run screenshots
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { freePort, runProgram, untilReady } from '../bench/processes.mjs';

const phone = { width: 390, height: 844 };
const laptop = { width: 1280, height: 800 };
const screen = { width: 1920, height: 1080 };
const pictures = new URL('../../docs/screenshots/', import.meta.url).pathname;
const prints = ['bracket.gcode', 'cube-20mm.gcode'];

const folder = await mkdtemp(join(tmpdir(), 'digikeskus-screenshots-'));
await chmod(folder, 0o755);
await mkdir(pictures, { recursive: true });
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const hub = runProgram(process.execPath, ['dist/apps/standalone/src/main.js'], {
  PORT: String(port),
  DATA_DIR: join(folder, 'data'),
  LOG_LEVEL: 'error',
  // Slow enough that the print is still there when its picture is taken.
  VIRTUAL_PRINTER_SPEED: '6',
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await untilReady(hub.child, `${url}/health/ready`);
  await takeAll();
} finally {
  await browser.close();
  await hub.stop();
  await rm(folder, { recursive: true, force: true });
}

async function takeAll() {
  const resident = await signedIn('asukas@digikeskus.example', phone);
  const staff = await signedIn('admin@digikeskus.example', laptop);
  await openToday(staff);
  await bookNow(resident, 'vr-headset');
  await bookNow(resident, 'pc');
  const [first] = await Promise.all(prints.map((name) => sendPrint(resident, name)));
  await untilStateOf(resident, first, 'awaiting_review');
  await take(staff, `/prints/${first}`, 'review');
  await call(staff, `/print-jobs/${first}/approve`, {});
  await untilStateOf(resident, first, 'printing');
  await take(resident, '/', 'front-page');
  await take(resident, '/viitasaari/book/vr-headset', 'booking');
  await take(resident, `/prints/${first}`, 'print');
  await take(staff, '/staff', 'staff');
  await take(await visitor(screen), '/kiosk/viitasaari', 'kiosk');
}

function visitor(viewport) {
  return browser.newContext({ baseURL: url, locale: 'fi-FI', viewport, deviceScaleFactor: viewport === phone ? 2 : 1 });
}

/** The pictures are the same on a Sunday and at night. */
async function openToday(admin) {
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Helsinki' });
  const hours = [{ opens: '00:00', closes: '24:00' }];
  await call(admin, `/hubs/viitasaari/opening/exceptions/${today}`, { hours }, 'PUT');
}

async function bookNow(person, pool) {
  const quarter = 15 * 60_000;
  const startsAt = Math.ceil((Date.now() + 10_000) / quarter) * quarter;
  const [from, to] = [startsAt, startsAt + 4 * quarter].map((time) => new Date(time).toISOString());
  await call(person, '/bookings', { pool, startsAt: from, endsAt: to });
}

/** Signs in with the code that the demo's mailbox shows. */
async function signedIn(email, viewport) {
  const person = await visitor(viewport);
  await call(person, '/auth/codes', { email });
  const code = await until(async () => {
    const mailbox = await person.request.get(`/api/v1/demo/mailbox?to=${encodeURIComponent(email)}`);
    return /\b\d{6}\b/.exec(await mailbox.text())?.[0];
  });
  await call(person, '/auth/sessions', { email, code });
  return person;
}

async function sendPrint(person, name) {
  const buffer = await readFile(new URL(`../fixtures/${name}`, import.meta.url));
  const response = await person.request.post('/api/v1/print-jobs', {
    multipart: { hub: 'viitasaari', file: { name, mimeType: 'application/octet-stream', buffer } },
  });
  if (!response.ok()) throw new Error(await response.text());
  return (await response.json()).id;
}

async function call(person, path, data, method = 'POST') {
  const response = await person.request.fetch(`/api/v1${path}`, { method, data });
  if (!response.ok()) throw new Error(`${path}: ${await response.text()}`);
}

function untilStateOf(person, id, status) {
  return until(async () => (await (await person.request.get(`/api/v1/print-jobs/${id}`)).json()).status === status);
}

async function until(look) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('it did not come');
}

async function take(person, path, name) {
  const page = await person.newPage();
  await page.goto(path);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))));
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  await page.close();
  console.log(`docs/screenshots/${name}.png`);
}
