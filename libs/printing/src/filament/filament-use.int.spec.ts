import { createSpoolSchema } from '#libs/contracts';
import fc from 'fast-check';
import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import type { DataSubject } from '#libs/platform';
import { PrintCancelService } from '../job/print-cancel.service.js';
import { PrintingViewService } from '../job/printing-view.service.js';
import { PrintingPersonalData } from '../privacy/printing-personal-data.js';
import { SpoolLoading } from './spool-loading.service.js';
import { SpoolService } from './spool.service.js';

const hub = 'test-hub';

let fixture: PrintingFixture;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const spools = () => fixture.get(SpoolService);
const show = (number = 1) => spools().show({ hub, number }, staff);
const historyOf = async (number = 1) => (await spools().history({ hub, number }, staff)).toReversed();

/** A spool on a printer. */
async function aLoadedSpool(remainingGrams: number, { material = 'PLA', printer = 'printer-1' } = {}): Promise<number> {
  const { number } = await spools().add(hub, createSpoolSchema.parse({ material, remainingGrams }), staff);
  await load(number, printer);
  return number;
}

async function load(number: number, printer = 'printer-1'): Promise<void> {
  await fixture.get(SpoolLoading).load({ hub, number }, { printer, tool: 0 }, staff);
}

type End = { outcome: 'completed' | 'cancelled' | 'failed'; cause?: string; progress?: number };

/** The printer reports that a print is over. */
async function end(id: string, { outcome, cause, progress = 1 }: End): Promise<void> {
  const reason = cause === undefined ? null : { code: cause, native: 'a native word' };
  const state = 'awaiting_clear';
  await fixture.seeOn('printer-1', id, { state, reason, print: { outcome, progress } });
}

const waitingReason = async (id: string) => {
  const [job] = await fixture.database.query<{ reason: string }>(
    `SELECT waiting_reason AS reason FROM print_job WHERE id = $1`,
    [id],
  );
  return job?.reason;
};

describe('a print', () => {
  it('takes what its file says from the spool, once, when it is finished', async () => {
    await aLoadedSpool(500);
    const id = await fixture.aPrintingJob({ grams: 42.5 });
    expect(await show()).toMatchObject({ remainingGrams: 500, reservedGrams: 42.5 });
    await end(id, { outcome: 'completed' });
    await end(id, { outcome: 'completed' });
    expect(await show()).toMatchObject({ remainingGrams: 457.5, reservedGrams: 0 });
    expect(await historyOf()).toEqual([
      {
        kind: 'use',
        at: fixture.clock.now().toISOString(),
        grams: -42.5,
        source: 'file',
        printJobId: id,
        printer: 'printer-1',
      },
    ]);
  });

  it.each([
    ['cancelled', undefined],
    ['failed', 'machine'],
  ] as const)('that was %s takes as much as it was seen to get done', async (outcome, cause) => {
    await aLoadedSpool(500);
    const id = await fixture.aPrintingJob({ grams: 40 });
    await fixture.seeOn('printer-1', id, { print: { progress: 0.25 } });
    // Many a printer goes back to the start when it is stopped.
    await end(id, { outcome, progress: 0, ...(cause && { cause }) });
    expect((await show()).remainingGrams).toBe(490);
    expect(await historyOf()).toMatchObject([{ grams: -10, source: 'progress' }]);
  });

  it('that never started takes nothing', async () => {
    await aLoadedSpool(500);
    const id = await fixture.aDispatchedJob({ grams: 40 });
    fixture.link.willAnswer({ phase: 'rejected', code: 'not_idle' });
    await fixture.dispatch(id);
    expect(await show()).toMatchObject({ remainingGrams: 500, reservedGrams: 0 });
    expect(await historyOf()).toEqual([]);
  });

  it('that goes on from another spool takes everything from that one', async () => {
    await aLoadedSpool(30);
    const id = await fixture.aPrintingJob({ grams: 20 });
    const { number } = await spools().add(hub, createSpoolSchema.parse({ material: 'PLA' }), staff);
    await load(number);
    await end(id, { outcome: 'completed' });
    expect([(await show(1)).remainingGrams, (await show(2)).remainingGrams]).toEqual([30, 980]);
  });

  it('that takes more than was thought to be there leaves nothing, and staff put it right', async () => {
    await aLoadedSpool(100);
    const id = await fixture.aPrintingJob({ grams: 90 });
    await spools().weigh({ hub, number: 1 }, { remainingGrams: 50, reason: 'punnittu' }, staff);
    await end(id, { outcome: 'completed' });
    expect((await show()).remainingGrams).toBe(0);
    await spools().weigh({ hub, number: 1 }, { remainingGrams: 12, reason: 'punnittu' }, staff);
    expect((await show()).remainingGrams).toBe(12);
  });
});

describe('the queue', () => {
  beforeEach(() => fixture.aPrinter('printer-2', { state: 'offline' }));

  it('lets a print wait, with a plain reason, that needs more than is loaded', async () => {
    await aLoadedSpool(100);
    await aLoadedSpool(100, { printer: 'printer-2' });
    const id = await fixture.aPrintJob({ grams: 120 });
    await fixture.plan();
    expect([await fixture.status(id), await waitingReason(id)]).toEqual(['queued', 'not_enough_filament']);
    await spools().weigh({ hub, number: 1 }, { remainingGrams: 130, reason: 'punnittu' }, staff);
    await fixture.plan();
    expect(await fixture.status(id)).toBe('dispatching');
  });

  it('promises what is left in its order, and no more of it', async () => {
    await aLoadedSpool(100);
    const running = await fixture.aPrintingJob({ grams: 40 });
    const first = await fixture.aPrintJob({ grams: 50, printer: 'printer-1' });
    fixture.clock.advance(1);
    const second = await fixture.aPrintJob({ grams: 20, printer: 'printer-1' });
    await aLoadedSpool(5, { printer: 'printer-2' });
    await fixture.plan();
    expect([await waitingReason(first), await waitingReason(second)]).toEqual(['next', 'not_enough_filament']);
    expect(await show()).toMatchObject({ remainingGrams: 100, reservedGrams: 90 });
    await fixture.get(PrintCancelService).cancel(staff, first);
    await end(running, { outcome: 'completed' });
    await fixture.plan();
    expect(await waitingReason(second)).not.toBe('not_enough_filament');
  });
});

describe('what is left of a spool', () => {
  it('is always its start, less all uses, plus all corrections', async () => {
    const step = fc.oneof(
      fc.record({ grams: fc.integer({ min: 1, max: 9000 }), progress: fc.integer({ min: 0, max: 100 }) }),
      fc.record({ weighs: fc.integer({ min: 0, max: 100_000 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), async (steps) => {
        await fixture.reset();
        await aLoadedSpool(900);
        const shown: [number, number][] = [];
        for (const each of steps) {
          if ('weighs' in each) {
            await spools().weigh({ hub, number: 1 }, { remainingGrams: each.weighs / 100, reason: 'x' }, staff);
            shown.push([(await show()).remainingGrams, each.weighs / 100]);
          } else {
            const id = await fixture.aPrintJob({ status: 'printing', grams: each.grams / 100 });
            await anAttemptOf(id, each);
            await end(id, { outcome: 'cancelled', progress: each.progress / 100 });
          }
        }
        expect(shown.filter(([is, weighed]) => is !== weighed)).toEqual([]);
        const changes = await historyOf();
        const balance = changes.reduce((sum, change) => sum + Math.round(change.grams * 100), 90_000);
        expect((await show()).remainingGrams).toBe(Math.max(0, balance) / 100);
        expect(changes.filter(({ kind }) => kind === 'use')).toHaveLength(
          steps.filter((each) => 'grams' in each).length,
        );
      }),
      { numRuns: 12 },
    );
  });
});

/** An attempt that runs on the printer, whatever the planner would have said. */
async function anAttemptOf(printJobId: string, { grams }: { grams: number }): Promise<void> {
  await fixture.database.query(
    `WITH t AS (
       INSERT INTO print_attempt (print_job_id, number, printer_id, start_token, status, dispatched_at, started_at)
       VALUES ($1, 1, $2, 'token', 'printing', $4, $4) RETURNING id)
     INSERT INTO filament_use (print_attempt_id, tool, spool_id, planned_grams)
     SELECT t.id, 0, s.id, $3 FROM t, spool s WHERE s.number = 1`,
    [printJobId, fixture.printerId(), grams / 100, fixture.clock.now()],
  );
}

describe('a printer that counts its filament', () => {
  it.each(['completed', 'cancelled'] as const)(
    'is believed more than file and progress when a print is %s',
    async (outcome) => {
      await aLoadedSpool(500);
      const id = await fixture.aPrintingJob({ grams: 40 });
      const print = { outcome, progress: 1, filamentMillimetres: 10_000 };
      await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print });
      // 10 m of 1.75 mm PLA: 24.05 cm³ of 1.24 g each.
      expect(await historyOf()).toMatchObject([{ kind: 'use', grams: -29.83, source: 'printer' }]);
      expect(await show()).toMatchObject({ remainingGrams: expect.closeTo(470.17), reservedGrams: 0 });
    },
  );

  it('is not believed when it counted nothing', async () => {
    await aLoadedSpool(500);
    const id = await fixture.aPrintingJob({ grams: 40 });
    const print = { outcome: 'completed' as const, filamentMillimetres: 0 };
    await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print });
    expect(await historyOf()).toMatchObject([{ grams: -40, source: 'file' }]);
  });

  it('counts for nothing where no spool says how heavy its filament is', async () => {
    const id = await fixture.aPrintingJob({ grams: 40 });
    const print = { outcome: 'completed' as const, filamentMillimetres: 10_000 };
    await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print });
    const rows = await fixture.database.query(`SELECT grams::float8, source FROM filament_use`);
    expect(rows).toEqual([{ grams: 40, source: 'file' }]);
  });
});

describe('a print that waits for review', () => {
  const findings = async (id: string, viewer: Viewer) =>
    (await fixture.get(PrintingViewService).job(viewer, id, 'fi')).analysis?.findings.map(({ code, params }) => [
      code,
      params,
    ]);

  it('is told to staff as needing more filament than is loaded, until another spool is', async () => {
    const owner = await fixture.aPerson();
    await aLoadedSpool(60.5);
    await aLoadedSpool(30, { printer: 'printer-2' });
    const id = await fixture.aPrintJob({ owner, status: 'awaiting_review', grams: 100.2 });
    expect(await findings(id, staff)).toEqual([['print.not_enough_filament', { grams: 101, left: 60 }]]);
    const [listed] = await fixture.get(PrintingViewService).list(staff, { hub, status: 'awaiting_review' }, 'fi');
    expect(listed?.analysis?.findings).toHaveLength(1);
    expect(await findings(id, owner)).toEqual([]);
    await aLoadedSpool(400);
    expect(await findings(id, staff)).toEqual([]);
  });
});

describe('the export of a person', () => {
  it('says what each attempt at a print took', async () => {
    await aLoadedSpool(500);
    const owner = await fixture.aPerson();
    const id = await fixture.aPrintingJob({ owner, grams: 40 });
    await end(id, { outcome: 'failed', cause: 'machine', progress: 0.75 });
    const [section] = await fixture.get(PrintingPersonalData).exportFor({ accountId: owner.accountId } as DataSubject);
    expect(section?.rows).toMatchObject([{ id, attempts: [{ status: 'failed', filamentGrams: 30 }] }]);
  });
});
