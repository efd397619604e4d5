import type { RejectionCode } from '#libs/contracts';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrintReviewService } from '../job/print-review.service.js';
import { PrinterIngestService } from '../printer/printer-ingest.service.js';

let fixture: PrintingFixture;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const rejected = (code: RejectionCode) => ({ phase: 'rejected' as const, code });
const noAnswer = { phase: 'timeout' as const, code: null };
const firstTry = { tryNumber: 1, isLastTry: false };

/** What the queue does after a refusal, once its time has come. */
const planLater = async () => {
  fixture.clock.advance(1);
  await fixture.plan();
};

describe('a start', () => {
  it('carries the file, its sum and the token, and waits for evidence', async () => {
    const id = await fixture.aDispatchedJob();
    await fixture.dispatch(id);
    const { startToken, commandId } = await fixture.attempt(id);
    const [{ address, command } = { address: null, command: null }] = fixture.link.sent;
    expect(address).toEqual({ hub: 'test-hub', bridge: 'bridge-1', printer: 'printer-1' });
    expect(command).toMatchObject({
      type: 'start',
      id: commandId,
      jobId: id,
      attempt: 1,
      startToken,
      expect: { state: 'idle' },
      expiresAt: '2026-01-12T10:02:00.000Z',
      args: { sha256: 'a'.repeat(64), sizeBytes: 1000 },
    });
    expect(await fixture.status(id)).toBe('dispatching');
  });

  it('is tried with the same command and the same deadline until the bridge answers', async () => {
    const id = await fixture.aDispatchedJob();
    fixture.link.willAnswer(noAnswer, noAnswer);
    await expect(fixture.dispatch(id, firstTry)).rejects.toThrow('has not answered');
    fixture.clock.advance(0.5);
    await expect(fixture.dispatch(id, firstTry)).rejects.toThrow('has not answered');
    await fixture.dispatch(id);
    const sent = fixture.link.sent.map(({ command }) => [command.id, command.expiresAt]);
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(String)).size).toBe(1);
  });

  it('is not sent for an attempt that was cancelled or seen meanwhile', async () => {
    const id = await fixture.aPrintingJob();
    await fixture.dispatch(id);
    expect(fixture.link.sent).toEqual([]);
  });

  it('that the printer was seen to obey is not undone by its answer', async () => {
    const id = await fixture.aDispatchedJob();
    fixture.link.willAnswer(rejected('not_idle'));
    fixture.link.meanwhile = () => fixture.seeOn('printer-1', id);
    await fixture.dispatch(id);
    expect(await fixture.status(id)).toBe('printing');
  });
});

describe('a printer that is busy', () => {
  it('gives the job back to the queue and its time back to the calendar', async () => {
    const id = await fixture.aDispatchedJob();
    expect(await fixture.calendar()).toEqual(['10:00–11:10 print']);
    fixture.link.willAnswer(rejected('not_idle'));
    await fixture.dispatch(id);
    expect(await fixture.status(id)).toBe('queued');
    expect(await fixture.attempt(id)).toMatchObject({ status: 'cancelled', cause: 'not_idle', startedAt: null });
    expect(await fixture.calendar()).toEqual([]);
    expect(await fixture.log(id)).toEqual(['print-attempt.refused']);
  });

  it('is left alone for a moment, whoever asks for a plan', async () => {
    const id = await fixture.aDispatchedJob();
    await fixture.takeJobs('print.plan');
    fixture.link.willAnswer(rejected('not_idle'));
    await fixture.dispatch(id);
    const [next] = await fixture.takeJobs('print.plan');
    expect(next?.runAt).toEqual(new Date('2026-01-12T10:00:10Z'));
    await fixture.plan();
    expect(await fixture.attempts(id)).toHaveLength(1);
    fixture.clock.advance(10 / 60);
    await fixture.plan();
    expect(await fixture.attempts(id)).toHaveLength(2);
  });

  it('fails the job the third time in a row, and a person can try it again as often', async () => {
    const staff = await fixture.aPerson({ staff: true });
    const id = await fixture.aDispatchedJob();
    for (const round of [1, 2]) {
      for (const isLast of [false, false, true]) {
        fixture.link.willAnswer(rejected('not_idle'));
        await fixture.dispatch(id);
        expect([round, await fixture.status(id)]).toEqual([round, isLast ? 'failed' : 'queued']);
        if (!isLast) await planLater();
      }
      expect(await fixture.takeJobs('mail.send')).toMatchObject([{ payload: { template: 'printFailed' } }]);
      await fixture.get(PrintReviewService).retry({ viewer: staff, printJobId: id });
      await planLater();
    }
    expect(await fixture.attempts(id)).toHaveLength(7);
  });

  it('does not count what came before a print that did start', async () => {
    const id = await fixture.aDispatchedJob();
    fixture.link.willAnswer(rejected('not_idle'), rejected('not_idle'));
    await fixture.dispatch(id);
    await planLater();
    await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print: { outcome: 'failed' } });
    await fixture.get(PrintReviewService).retry({ viewer: await fixture.aPerson({ staff: true }), printJobId: id });
    await fixture.see('printer-1');
    await planLater();
    await fixture.dispatch(id);
    expect(await fixture.attempts(id)).toHaveLength(3);
    expect(await fixture.status(id)).toBe('queued');
  });
});

describe('a file that is not the one that was wanted', () => {
  it('fails the job at once', async () => {
    const id = await fixture.aDispatchedJob();
    fixture.link.willAnswer(rejected('checksum_mismatch'));
    await fixture.dispatch(id);
    expect(await fixture.status(id)).toBe('failed');
    expect(await fixture.attempt(id)).toMatchObject({ status: 'failed', cause: 'checksum_mismatch' });
    expect(await fixture.calendar()).toEqual([]);
    expect(await fixture.takeJobs('mail.send')).toMatchObject([{ payload: { template: 'printFailed' } }]);
  });
});

describe('a bridge that does not answer in all tries', () => {
  let id: string;
  beforeEach(async () => {
    id = await fixture.aDispatchedJob();
    fixture.link.willAnswer(noAnswer);
    await fixture.dispatch(id);
  });

  it('leaves the job unknown, and nothing is started anew', async () => {
    expect(await fixture.status(id)).toBe('unknown');
    expect(await fixture.attempt(id)).toMatchObject({ status: 'unknown', cause: 'no_answer', endedAt: null });
    await planLater();
    expect(await fixture.attempts(id)).toHaveLength(1);
  });

  it('is put right by a snapshot that shows the print', async () => {
    await fixture.seeOn('printer-1', id);
    expect(await fixture.attempt(id)).toMatchObject({ status: 'printing', cause: null });
  });

  it('is asked again only when the start can begin no more', async () => {
    await fixture.takeJobs('print.dispatch');
    fixture.clock.advance(1.9);
    await fixture.see('printer-1');
    expect(await fixture.takeJobs('print.dispatch')).toEqual([]);
    fixture.clock.advance(0.1);
    await fixture.see('printer-1');
    expect(await fixture.takeJobs('print.dispatch')).toMatchObject([{ payload: { printJobId: id }, jobId: id }]);
    expect(await fixture.status(id)).toBe('unknown');
  });

  it('gives the job back when it then says that it never began', async () => {
    fixture.clock.advance(2);
    fixture.link.willAnswer(rejected('expired'));
    await fixture.dispatch(id);
    expect(await fixture.status(id)).toBe('queued');
    await planLater();
    expect(await fixture.attempts(id)).toMatchObject([{ status: 'cancelled' }, { status: 'dispatching' }]);
  });

  it('keeps the job while it still fetches the file', async () => {
    fixture.clock.advance(5);
    fixture.link.willAnswer(noAnswer);
    await fixture.dispatch(id);
    expect(await fixture.attempts(id)).toMatchObject([{ status: 'unknown', cause: 'no_answer' }]);
  });

  it('loses the print when it began long ago and is nowhere to be seen', async () => {
    fixture.clock.advance(5);
    await fixture.dispatch(id);
    expect(await fixture.attempt(id)).toMatchObject({ status: 'unknown', cause: 'not_on_printer' });
    await fixture.takeJobs('print.dispatch');
    await fixture.see('printer-1');
    expect(await fixture.takeJobs('print.dispatch')).toEqual([]);
  });
});

describe('a bridge that crashed over a start', () => {
  it('leaves the job unknown until a snapshot shows that nothing runs, then it is queued again', async () => {
    const id = await fixture.aDispatchedJob();
    fixture.link.willAnswer({ phase: 'unknown', code: 'crashed' });
    await fixture.dispatch(id);
    expect(await fixture.attempt(id)).toMatchObject({ status: 'unknown', cause: 'crashed' });
    await fixture.see('printer-1', { state: 'starting' });
    expect(await fixture.status(id)).toBe('unknown');
    await fixture.see('printer-1');
    expect(await fixture.status(id)).toBe('queued');
    expect(await fixture.calendar()).toEqual([]);
  });

  it('leaves the job unknown until an event tells that it was done', async () => {
    const id = await fixture.aDispatchedJob();
    fixture.link.willAnswer({ phase: 'unknown', code: 'crashed' });
    await fixture.dispatch(id);
    const event = fixture.reportsOf('printer-1').event('print_completed', await fixture.reference(id));
    await fixture.get(PrinterIngestService).foldEvent(fixture.address('printer-1'), event);
    expect(await fixture.status(id)).toBe('awaiting_clear');
  });
});
