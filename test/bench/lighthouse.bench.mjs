import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, runProgram, untilReady } from './processes.mjs';

const run = promisify(execFile);
/** The last that runs on Node 20. Fetched for the run alone: it would be a third of all packages of the project. */
const lighthouse = 'lighthouse@12.8.2';
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const pages = ['/', '/viitasaari/book/vr-headset', '/kiosk/viitasaari'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** What Lighthouse says of the pages that people see first, on a slow phone with a slow network. */
export default async function pagesByLighthouse(say) {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-lighthouse-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const hub = runProgram(process.execPath, ['dist/apps/standalone/src/main.js'], {
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
  });
  try {
    await untilReady(hub.child, `${url}/health/ready`);
    const scores = {};
    for (const page of pages) {
      scores[page] = await scoresOf(url + page, join(folder, 'report.json'), say);
      say(`${page}: ${JSON.stringify(scores[page])}`);
    }
    return { scores };
  } finally {
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function scoresOf(address, reportPath, say) {
  const flags = [
    '--output',
    'json',
    '--output-path',
    reportPath,
    '--quiet',
    '--chrome-flags=--headless=new --no-sandbox',
  ];
  const only = `--only-categories=${categories.join(',')}`;
  await run('npx', ['--yes', lighthouse, address, ...flags, only], { env: { ...process.env, CHROME_PATH: chromium } });
  const report = JSON.parse(await readFile(reportPath, 'utf8'));
  for (const { id, title, score, displayValue } of Object.values(report.audits)) {
    const counts = categories.some((name) =>
      report.categories[name].auditRefs.some((ref) => ref.id === id && ref.weight > 0),
    );
    if (counts && score !== null && score < 0.9) say(`  ${id} ${score}: ${title} ${displayValue ?? ''}`);
  }
  return Object.fromEntries(categories.map((name) => [name, Math.round(report.categories[name].score * 100)]));
}
