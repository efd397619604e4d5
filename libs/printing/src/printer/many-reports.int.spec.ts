import { DataSource } from 'typeorm';
import { countQueries } from '../../../../test/support/count-queries.js';
import { aSeenPrint, type SeenPrint } from '../../../../test/support/bridge-reports.js';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrinterIngestService } from './printer-ingest.service.js';
import type { PrinterReport } from './report-sorter.js';

const slugs = ['printer-1', 'printer-2'];
const rounds = 12;

let fixture: PrintingFixture;
let ingest: PrinterIngestService;

beforeAll(async () => {
  fixture = await PrintingFixture.create({ printers: slugs });
  ingest = fixture.get(PrinterIngestService);
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

type Reference = Awaited<ReturnType<PrintingFixture['reference']>>;
type Draft = (slug: string, print: Reference) => PrinterReport;

const envelope = (slug: string) => ({ params: fixture.address(slug), retained: false });
const seen =
  (state: 'printing' | 'paused' | 'awaiting_clear', changes: Partial<SeenPrint> = {}): Draft =>
  (slug, print) => ({
    ...envelope(slug),
    name: 'printerStatus',
    payload: fixture
      .reportsOf(slug)
      .status({ state, plate: 'awaiting_clear', job: aSeenPrint(print, { etaSeconds: 3000, ...changes }) }),
  });
const empty: Draft = (slug) => ({
  ...envelope(slug),
  name: 'printerStatus',
  payload: fixture.reportsOf(slug).status(),
});
const event =
  (type: 'print_started' | 'print_paused' | 'print_resumed' | 'print_completed' | 'plate_cleared'): Draft =>
  (slug, print) => ({ ...envelope(slug), name: 'printerEvent', payload: fixture.reportsOf(slug).event(type, print) });
/** A print from its start to an empty plate, as a bridge tells it. */
const story: readonly Draft[] = [
  event('print_started'),
  seen('printing', { progress: 0.1 }),
  seen('printing', { progress: 0.2 }),
  seen('paused', { progress: 0.2 }),
  event('print_paused'),
  seen('printing', { progress: 0.3 }),
  event('print_resumed'),
  seen('printing', { progress: 0.9 }),
  seen('awaiting_clear', { progress: 1, outcome: 'completed' }),
  event('print_completed'),
  event('plate_cleared'),
  empty,
];

/** What two printers tell, mixed: each in its order, some twice, and broken off somewhere. */
async function aMixture(random: () => number): Promise<{ ids: string[]; reports: PrinterReport[] }> {
  const ids: string[] = [];
  const lines: PrinterReport[][] = [];
  for (const slug of slugs) {
    const id = await fixture.aDispatchedJob({ printer: slug });
    const print = await fixture.reference(id);
    ids.push(id);
    const told = story.slice(0, Math.ceil(random() * story.length)).map((draft) => draft(slug, print));
    lines.push(told.flatMap((report) => (random() < 0.3 ? [report, report] : [report])));
  }
  const reports: PrinterReport[] = [];
  while (lines.some((line) => line.length > 0)) {
    const line = lines[Math.floor(random() * lines.length)] ?? [];
    reports.push(...line.splice(0, 1));
  }
  return { ids, reports };
}

async function outcome(ids: readonly string[]) {
  const printers = await fixture.database.query(
    `SELECT state, plate, status_seq, event_seq FROM printer ORDER BY resource_id`,
  );
  const prints = [];
  for (const id of ids) {
    const { startToken: _token, commandId: _command, ...attempt } = await fixture.attempt(id);
    prints.push({ attempt, job: await fixture.status(id), log: await fixture.log(id) });
  }
  const calendars = await Promise.all(slugs.map((slug) => fixture.calendar(slug)));
  const isPlanned = (await fixture.takeJobs('print.plan')).length > 0;
  return { printers, prints, calendars, isPlanned };
}

describe('many reports at once', () => {
  it('come to the same as each by itself, however they are put together', async () => {
    for (let seed = 1; seed <= rounds; seed += 1) {
      await fixture.reset();
      const alone = await aMixture(randomFrom(seed));
      for (const report of alone.reports) await ingest.foldAll([report]);
      const expected = await outcome(alone.ids);

      await fixture.reset();
      const together = await aMixture(randomFrom(seed));
      const random = randomFrom(seed + rounds);
      for (const rest = [...together.reports]; rest.length > 0;) {
        await ingest.foldAll(rest.splice(0, Math.ceil(random() * 12)));
      }
      expect({ seed, ...(await outcome(together.ids)) }).toEqual({ seed, ...expected });
    }
  });

  it('of prints that go on need as many statements as one', async () => {
    const counts = [];
    for (const count of [1, 50]) {
      await fixture.reset();
      const print = await running();
      const reports = Array.from({ length: count }, (_, n) => {
        return seen('printing', { progress: n / 100 })('printer-1', print);
      });
      counts.push(await countQueries(fixture.get(DataSource), () => ingest.foldAll(reports)));
    }
    expect(counts[1]).toBe(counts[0]);
  });

  it('tell each bridge once that something is missing', async () => {
    const print = await running();
    const reports = [1, 2, 3].flatMap(() => {
      event('print_paused')('printer-1', print);
      return [event('print_resumed')('printer-1', print)];
    });
    expect(await ingest.foldAll(reports)).toEqual([{ hub: 'test-hub', bridge: 'bridge-1' }]);
  });
});

async function running(): Promise<Reference> {
  const id = await fixture.aDispatchedJob({ printer: 'printer-1' });
  await ingest.foldAll([seen('printing')('printer-1', await fixture.reference(id))]);
  return fixture.reference(id);
}

/** Numbers that look like chance and are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
