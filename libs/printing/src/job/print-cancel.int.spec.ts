import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrintCancelService } from './print-cancel.service.js';
import { PrinterCommandService } from '../printer/printer-command.service.js';
import { PrintReviewService } from './print-review.service.js';
import { PrinterIngestService } from '../printer/printer-ingest.service.js';

let fixture: PrintingFixture;
let cancels: PrintCancelService;
let owner: Viewer;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  cancels = fixture.get(PrintCancelService);
  owner = await fixture.aPerson();
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const wrongState = { code: 'print.wrong_state' };

/** Carries the promised commands to the bridge, as the queue would. @returns what was carried */
const carryCommands = async () => {
  const jobs = await fixture.takeJobs('printer.command');
  for (const { payload } of jobs) {
    const command = payload as unknown as Parameters<PrinterCommandService['carry']>[0];
    await fixture.get(PrinterCommandService).carry(command, { tryNumber: 3, isLastTry: true });
  }
  return jobs;
};

describe('a job that is on no printer', () => {
  it.each(['analysing', 'awaiting_review', 'needs_changes', 'queued', 'failed'] as const)(
    'is cancelled at once while it is %s, and only once',
    async (status) => {
      const id = await fixture.aPrintJob({ owner, status });
      await cancels.cancel(owner, id);
      expect(await fixture.status(id)).toBe('cancelled');
      await expect(cancels.cancel(owner, id)).rejects.toMatchObject(wrongState);
      expect(await fixture.log(id)).toEqual(['print-job.cancel']);
      expect(await fixture.takeJobs('printer.command')).toEqual([]);
      expect(await fixture.takeJobs('mail.send')).toEqual([]);
    },
  );

  it.each(['done', 'rejected', 'cancelled', 'awaiting_clear'] as const)(
    'cannot be cancelled when %s',
    async (status) => {
      const id = await fixture.aPrintJob({ owner, status });
      await expect(cancels.cancel(owner, id)).rejects.toMatchObject(wrongState);
      expect(await fixture.log(id)).toEqual([]);
    },
  );

  it('is nobody else’s to cancel, and not to be found by them', async () => {
    const id = await fixture.aPrintJob({ owner });
    await expect(cancels.cancel(await fixture.aPerson(), id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await fixture.status(id)).toBe('queued');
  });

  it('is cancelled by staff, and its owner is told', async () => {
    const id = await fixture.aPrintJob({ owner });
    await cancels.cancel(staff, id);
    expect(await fixture.takeJobs('mail.send')).toMatchObject([
      { payload: { to: owner.email, template: 'printCancelled', params: { fileName: 'part.gcode' } } },
    ]);
  });
});

describe('a print on its printer', () => {
  it('is told to stop by its owner, and is cancelled when the printer says so', async () => {
    const id = await fixture.aPrintingJob({ owner });
    await cancels.cancel(owner, id);
    expect(await fixture.status(id)).toBe('cancelling');
    await expect(cancels.cancel(owner, id)).rejects.toMatchObject(wrongState);
    expect(await carryCommands()).toHaveLength(1);
    expect(fixture.link.sent).toMatchObject([
      {
        address: { printer: 'printer-1' },
        command: { type: 'cancel', jobId: id, attempt: 1, expect: { jobId: null } },
      },
    ]);
    await fixture.seeOn('printer-1', id);
    expect(await fixture.status(id)).toBe('cancelling');
    await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print: { outcome: 'cancelled' } });
    expect(await fixture.status(id)).toBe('cancelled');
    expect(await fixture.calendar()).toEqual(['10:00–10:10 print']);
  });

  it('is done all the same when it ended before the cancel reached it', async () => {
    const id = await fixture.aPrintingJob({ owner });
    await cancels.cancel(owner, id);
    await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print: { outcome: 'completed' } });
    expect(await fixture.status(id)).toBe('awaiting_clear');
  });

  it('stays cancelling while its printer is out of sight or nobody answers', async () => {
    const id = await fixture.aPrintingJob({ owner });
    await cancels.cancel(owner, id);
    fixture.link.willAnswer({ phase: 'timeout', code: null });
    await carryCommands();
    await fixture.see('printer-1', { state: 'offline', plate: 'awaiting_clear' });
    expect(await fixture.status(id)).toBe('cancelling');
  });

  it('stays cancelling when it is not to be seen, until the bridge itself says that it is gone', async () => {
    const id = await fixture.aPrintingJob({ owner });
    await cancels.cancel(owner, id);
    await fixture.see('printer-1');
    expect(await fixture.status(id)).toBe('cancelling');
    fixture.link.willAnswer({ phase: 'rejected', code: 'wrong_job' });
    await carryCommands();
    expect(await fixture.status(id)).toBe('cancelled');
  });

  it('is not waited for while its bridge is away', async () => {
    const id = await fixture.aPrintingJob({ owner });
    await fixture.database.query(`UPDATE bridge SET online = false`);
    await cancels.cancel(owner, id);
    await carryCommands();
    expect(fixture.link.sent).toEqual([]);
    expect(await fixture.status(id)).toBe('cancelling');
  });

  it('goes on when the printer will not stop it, and can be cancelled again', async () => {
    const id = await fixture.aPrintingJob({ owner });
    await cancels.cancel(owner, id);
    fixture.link.willAnswer({ phase: 'rejected', code: 'not_supported' });
    await carryCommands();
    expect(await fixture.attempt(id)).toMatchObject({ status: 'unknown', cause: 'cancel_refused' });
    expect(fixture.link.rebirths).toHaveLength(1);
    await fixture.seeOn('printer-1', id);
    expect(await fixture.status(id)).toBe('printing');
    await cancels.cancel(owner, id);
    expect(await fixture.status(id)).toBe('cancelling');
  });

  it('that was lost ends when it is cancelled, and can be tried again', async () => {
    const id = await fixture.aPrintingJob({ owner });
    await fixture.see('printer-1');
    expect(await fixture.status(id)).toBe('unknown');
    await cancels.cancel(staff, id);
    fixture.link.willAnswer({ phase: 'rejected', code: 'wrong_job' });
    await carryCommands();
    expect(await fixture.attempt(id)).toMatchObject({ status: 'cancelled', cause: 'not_on_printer' });
    expect(await fixture.status(id)).toBe('cancelled');
    await fixture.get(PrintReviewService).retry({ viewer: staff, printJobId: id });
    expect(await fixture.status(id)).toBe('queued');
  });
});

describe('a cancel that meets a start', () => {
  it('keeps a start from being sent that was not', async () => {
    const id = await fixture.aDispatchedJob({ owner });
    await cancels.cancel(owner, id);
    await fixture.dispatch(id);
    expect(fixture.link.sent).toEqual([]);
  });

  it('wins over the answer to the start', async () => {
    const id = await fixture.aDispatchedJob({ owner });
    fixture.link.willAnswer({ phase: 'failed', code: null });
    fixture.link.meanwhile = () => cancels.cancel(owner, id);
    await fixture.dispatch(id);
    expect(await fixture.status(id)).toBe('cancelling');
    const event = fixture.reportsOf('printer-1').event('print_cancelled', await fixture.reference(id));
    await fixture.get(PrinterIngestService).foldEvent(fixture.address('printer-1'), event);
    expect(await fixture.attempt(id)).toMatchObject({ status: 'cancelled', startedAt: null });
    expect(await fixture.status(id)).toBe('cancelled');
  });

  it('waits until the start can arrive no more before it believes that nothing is there', async () => {
    const id = await fixture.aDispatchedJob({ owner });
    await cancels.cancel(owner, id);
    fixture.link.willAnswer({ phase: 'rejected', code: 'wrong_job' });
    await carryCommands();
    expect(await fixture.status(id)).toBe('cancelling');
    fixture.clock.advance(2);
    await fixture.see('printer-1');
    expect(await fixture.status(id)).toBe('cancelling');
    await cancelAgain(id);
    expect(await fixture.status(id)).toBe('cancelled');
    expect(await fixture.calendar()).toEqual(['10:00–10:02 print']);
  });

  it('stops a start that arrived in spite of it', async () => {
    const id = await fixture.aDispatchedJob({ owner });
    await cancels.cancel(owner, id);
    await fixture.seeOn('printer-1', id);
    expect(await fixture.attempt(id)).toMatchObject({ status: 'cancelling', startedAt: fixture.clock.now() });
  });

  async function cancelAgain(printJobId: string): Promise<void> {
    fixture.link.willAnswer({ phase: 'rejected', code: 'wrong_job' });
    const payload = {
      type: 'cancel' as const,
      printerId: fixture.printerId(),
      commandId: '00000000-0000-7000-8000-000000000001',
      printJobId,
      attempt: 1,
    };
    await fixture.get(PrinterCommandService).carry(payload, { tryNumber: 1, isLastTry: false });
  }
});

describe('people at the same moment', () => {
  const outcomeOf = (work: Promise<void>) =>
    work.then(
      () => 'ok',
      (error: Error & { code?: string }) => error.code ?? error.message,
    );

  it('approve and cancel one job: it ends cancelled, and nobody meets an error', async () => {
    const reviews = fixture.get(PrintReviewService);
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => fixture.aPrintJob({ owner, status: 'awaiting_review' })),
    );
    const races = ids.map(async (id) => {
      const approved = outcomeOf(reviews.approve({ viewer: staff, printJobId: id }));
      const cancelled = outcomeOf(cancels.cancel(owner, id));
      return [await approved, await cancelled, await fixture.status(id)];
    });
    for (const [approved, cancelled, status] of await Promise.all(races)) {
      expect(['ok', 'print.wrong_state']).toContain(approved);
      expect([cancelled, status]).toEqual(['ok', 'cancelled']);
    }
  });

  it('approve and reject one job: exactly one of them does', async () => {
    const reviews = fixture.get(PrintReviewService);
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => fixture.aPrintJob({ owner, status: 'awaiting_review' })),
    );
    const races = ids.map(async (id) => {
      const both = [
        reviews.approve({ viewer: staff, printJobId: id }),
        reviews.reject({ viewer: staff, printJobId: id }, 'no'),
      ].map(outcomeOf);
      const outcomes = await Promise.all(both);
      expect(outcomes.toSorted()).toEqual(['ok', 'print.wrong_state']);
      expect(await fixture.status(id)).toBe(outcomes[0] === 'ok' ? 'queued' : 'rejected');
    });
    await Promise.all(races);
  });

  it('cancel one job: exactly one of them does', async () => {
    const id = await fixture.aPrintingJob({ owner });
    const outcomes = await Promise.all([owner, staff, owner, staff].map((who) => outcomeOf(cancels.cancel(who, id))));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'print.wrong_state')).toHaveLength(3);
    expect(await fixture.takeJobs('printer.command')).toHaveLength(1);
  });

  it('cancel what is being planned: it is cancelled, or told to stop', async () => {
    for (let round = 0; round < 15; round += 1) {
      await fixture.reset();
      const id = await fixture.aPrintJob({ owner });
      const [cancelled, planned] = await Promise.all([outcomeOf(cancels.cancel(owner, id)), outcomeOf(fixture.plan())]);
      expect([cancelled, planned]).toEqual(['ok', 'ok']);
      const running = (await fixture.attempts(id)).map(({ status }) => status);
      const expected = running.length === 0 ? ['cancelled', []] : ['cancelling', ['cancelling']];
      expect([await fixture.status(id), running]).toEqual(expected);
    }
  });
});
