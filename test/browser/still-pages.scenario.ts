import type { Page, Request } from 'playwright-core';
import { call } from './book-by-request.js';
import { desktop, isLoaded, phone } from './person.js';
import { sendPrint } from './print-by-request.js';
import { aColleague } from './sessions.js';
import type { Stage } from './web-app.spec.js';

/**
 * Below this a page counts as still.
 * @see https://web.dev/articles/cls
 */
const good = 0.1;

const pages = [
  '/',
  '/viitasaari/book/vr-headset',
  '/viitasaari/here',
  '/account',
  '/staff',
  '/staff/filament',
  '/staff/closing',
  '/staff/printers/printer-1',
];

const tooHot = {
  id: '019a0000-0000-7000-8000-000000000001',
  kind: 'too_hot',
  since: new Date().toISOString(),
  printer: { slug: 'printer-1', name: 'Tulostin 1' },
  bridge: 'bridge-1',
  heat: { heater: 'nozzle', celsius: 310 },
};

interface Moved {
  /** How far, as the browser itself reckons. */
  by: number;
  /** What moved, for whoever has to find out why. */
  what: string[];
}

interface Measured {
  moved?: Moved;
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}

/** What moves under whoever looks at the page. */
async function measure(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const moved: Moved = { by: 0, what: [] };
    (window as Measured).moved = moved;
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as LayoutShift[]) {
        moved.by += value;
        moved.what.push(...sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? ''));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Every answer comes late, and not in the order of the questions; tells those still on their way. */
async function answersComeLate(page: Page): Promise<ReadonlySet<Request>> {
  let asked = 0;
  const awaited = new Set<Request>();
  page.on('request', (request) => request.url().includes('/api/v1/') && awaited.add(request));
  page.on('requestfailed', (request) => awaited.delete(request));
  page.on('response', (response) => awaited.delete(response.request()));
  await page.route('**/api/v1/**', async (route) => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 300 + ((asked * 700) % 1200)));
    await route.continue();
  });
  return awaited;
}

/** Until all has been answered and drawn, what was asked because of an answer as well. */
async function movedOn(page: Page, path: string, awaited: ReadonlySet<Request>): Promise<Moved | undefined> {
  await page.goto(path);
  do {
    await isLoaded(page);
    await page.waitForTimeout(200);
  } while (awaited.size > 0);
  return page.evaluate(() => (window as Measured).moved);
}

export function pagesStandStill(stage: Stage): void {
  it.each([
    ['phone', phone],
    ['laptop', desktop],
  ])(
    'does not jump on a %s when answers come late',
    async (_, viewport) => {
      const { page } = await aColleague(stage, 'staff', { viewport, serviceWorkers: 'block' });
      const print = await sendPrint(page, { name: 'pidike-kameralle-ja-mikrofonille-0.2mm-PLA.gcode' });
      await measure(page);
      const awaited = await answersComeLate(page);
      const jumping: [string, Moved | undefined][] = [];
      for (const path of [...pages, `/prints/${print}`]) {
        const moved = await movedOn(page, path, awaited);
        if (moved === undefined || moved.by >= good) jumping.push([path, moved]);
      }
      expect(jumping).toEqual([]);
      await call(page, 'POST', `/print-jobs/${print}/cancel`);
      await page.context().close();
    },
    120_000,
  );

  it('keeps nobody waiting for what does not answer, and tells alarms before all else', async () => {
    const { page } = await aColleague(stage, 'staff', { serviceWorkers: 'block' });
    await page.route('**/alarms', (route) => route.fulfill({ json: { items: [tooHot] } }));
    await page.route('**/faults', () => undefined);
    await page.goto('/staff');
    await page.getByRole('alert').getByText('Käy katsomassa').waitFor();
    const queue = page.getByRole('region', { name: /^Tulostusjono/ });
    expect(await queue.count()).toBe(0);
    await queue.waitFor();

    let asked = 0;
    await page.route('**/filament-allowance', (route) => {
      asked += 1;
      return route.fulfill({ status: 503 });
    });
    await page.goto('/prints/new');
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    // Three tries are made; nobody waits for the last.
    expect(asked).toBeLessThan(3);
    await page.context().close();
  }, 120_000);
}
