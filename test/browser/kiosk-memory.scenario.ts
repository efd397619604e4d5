import type { CDPSession, Page, Request } from 'playwright-core';
import { bookTomorrowAndCancel } from './book-by-request.js';
import { aPerson, open, signIn } from './person.js';
import type { Stage } from './web-app.spec.js';

const updates = 1_000;
/** Enough for everything that is made once: caches, compiled code, the three languages. */
const warmUpUpdates = 100;
/** Ten minutes of the board's clock in all. */
const betweenMilliseconds = 600;
const mostGrowthBytes = 10 * 1024 * 1024;

interface Board {
  page: Page;
  /** The board's own account of what it holds. */
  heap: CDPSession;
}

async function aBoard(stage: Stage): Promise<Board> {
  const { page } = await aPerson(stage.browser, stage.hub.url, { viewport: { width: 1920, height: 1080 } });
  await page.clock.install();
  await open(page, '/kiosk/viitasaari');
  await page.getByRole('heading', { name: 'Vapaana nyt' }).waitFor();
  const heap = await page.context().newCDPSession(page);
  await heap.send('HeapProfiler.enable');
  return { page, heap };
}

async function usedBytes({ heap }: Board): Promise<number> {
  await heap.send('HeapProfiler.collectGarbage');
  const { usedSize } = await heap.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Books and cancels until the board has drawn so many new pictures. */
async function show(board: Board, resident: Page, count: number): Promise<void> {
  const pictures = new Set<Request>();
  board.page.on('requestfinished', (request) => {
    if (request.url().endsWith('/board')) pictures.add(request);
  });
  while (pictures.size < count) {
    await bookTomorrowAndCancel(resident, () => board.page.clock.runFor(betweenMilliseconds));
  }
  board.page.removeAllListeners('requestfinished');
}

export function kioskRunsForWeeks(stage: Stage): void {
  it('holds no more on the kiosk after a thousand pictures than after a hundred', async () => {
    const board = await aBoard(stage);
    const { page: resident } = await aPerson(stage.browser, stage.hub.url);
    await open(resident, '/sign-in');
    await signIn(resident, 'kioskin-katsoja@digikeskus.example');
    await resident.getByRole('link', { name: 'Omat tiedot' }).waitFor();

    await show(board, resident, warmUpUpdates);
    const before = await usedBytes(board);
    await show(board, resident, updates);
    const grown = (await usedBytes(board)) - before;
    process.stdout.write(`kiosk: ${updates} pictures, ${Math.round(grown / 1024)} kB more than before\n`);
    expect(grown).toBeLessThan(mostGrowthBytes);
    await board.page.context().close();
    await resident.context().close();
  }, 300_000);
}
