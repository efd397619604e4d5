import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrintReorderService } from './print-reorder.service.js';
import { PrintReviewService } from './print-review.service.js';
import { PrintingViewService } from './printing-view.service.js';

let fixture: PrintingFixture;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const reorder = (printJobId: string, to: 'first' | 'last', viewer = staff) =>
  fixture.get(PrintReorderService).reorder({ viewer, printJobId }, { to, reason: 'luokka hakee sen tänään' });
const backToTurn = (printJobId: string) =>
  fixture.get(PrintReorderService).reorder({ viewer: staff, printJobId }, { to: 'turn' });
const view = (id: string, viewer = staff) => fixture.get(PrintingViewService).job(viewer, id, 'fi');

/** Jobs of three people, the first of whom has waited longest; nothing prints, as no printer is clear. */
async function aQueue(): Promise<[string, string, string]> {
  await fixture.database.query(`UPDATE printer SET plate = 'awaiting_clear'`);
  const sentAt = (minute: number) => ({ queuedAt: new Date(Date.UTC(2026, 0, 12, 8, minute)) });
  return [await fixture.aPrintJob(sentAt(0)), await fixture.aPrintJob(sentAt(1)), await fixture.aPrintJob(sentAt(2))];
}

const queueOf = async () => {
  await fixture.plan();
  const { items } = await fixture.get(PrintingViewService).queue('test-hub', staff);
  return items.map(({ printJobId }) => printJobId);
};

describe('a print that staff move in the queue', () => {
  it('goes before all others, and what is moved last before what was moved before', async () => {
    const [a, b, c] = await aQueue();
    await reorder(b, 'first');
    expect(await queueOf()).toEqual([b, a, c]);
    await reorder(c, 'first');
    expect(await queueOf()).toEqual([c, b, a]);
  });

  it('goes behind all others, also those moved there before', async () => {
    const [a, b, c] = await aQueue();
    await reorder(b, 'last');
    await reorder(a, 'last');
    expect(await queueOf()).toEqual([c, b, a]);
  });

  it('waits for its turn again when it is moved back', async () => {
    const [a, b, c] = await aQueue();
    await reorder(b, 'first');
    await backToTurn(b);
    expect(await queueOf()).toEqual([a, b, c]);
    expect((await view(b)).queueMove).toBeNull();
  });

  it('goes before what was moved before also when that comes back from a printer', async () => {
    const [a, b, c] = await aQueue();
    await reorder(b, 'first');
    await fixture.database.query(`UPDATE print_job SET status = 'dispatching' WHERE id = $1`, [b]);
    await reorder(c, 'first');
    await fixture.database.query(`UPDATE print_job SET status = 'queued' WHERE id = $1`, [b]);
    expect(await queueOf()).toEqual([c, b, a]);
  });

  it('stays as it is, with nothing written down, when it is moved back to a turn that it never lost', async () => {
    const [a] = await aQueue();
    const { version } = await view(a);
    await backToTurn(a);
    expect((await view(a)).version).toBe(version);
    expect(await fixture.log(a)).toEqual([]);
  });

  it('is planned anew, is written down, and shown to whoever looks at the queue', async () => {
    const [a] = await aQueue();
    const { version } = await view(a);
    await reorder(a, 'first');
    expect(await fixture.takeJobs('print.plan')).toHaveLength(1);
    expect(await fixture.log(a)).toEqual(['print-job.move-first']);
    expect(fixture.live.map(({ topic }) => topic)).toContain('queue');
    expect((await view(a)).version).toBe(version + 1);
    const { items } = await fixture.get(PrintingViewService).queue('test-hub', undefined);
    expect(items.map(({ printJobId, movedTo }) => [printJobId, movedTo])).toEqual([
      [null, 'first'],
      [null, null],
      [null, null],
    ]);
  });

  it('says why to its owner', async () => {
    const owner = await fixture.aPerson();
    const id = await fixture.aPrintJob({ owner });
    await reorder(id, 'last');
    expect((await view(id, owner)).queueMove).toEqual({ to: 'last', reason: 'luokka hakee sen tänään' });
  });

  it('is not moved by its owner, and not found by others', async () => {
    const owner = await fixture.aPerson();
    const id = await fixture.aPrintJob({ owner });
    await expect(reorder(id, 'first', owner)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(reorder(id, 'first', await fixture.aPerson())).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each(['awaiting_review', 'dispatching', 'printing', 'done', 'failed'] as const)(
    'must wait: one that is %s is refused',
    async (status) => {
      const id = await fixture.aPrintJob({ status });
      await expect(reorder(id, 'first')).rejects.toMatchObject({ code: 'print.wrong_state' });
    },
  );

  it('must be the one that was looked at', async () => {
    const [a] = await aQueue();
    const { version } = await view(a);
    const change = { viewer: staff, printJobId: a, ifMatch: [version - 1] };
    await expect(fixture.get(PrintReorderService).reorder(change, { to: 'first', reason: 'x' })).rejects.toMatchObject({
      code: 'precondition.failed',
    });
    expect((await view(a)).queueMove).toBeNull();
  });

  it('keeps its place when its print fails, and loses it when it is given up', async () => {
    const moves = await Promise.all(
      (['failed', 'cancelled'] as const).map(async (status) => {
        const id = await fixture.aPrintJob();
        await reorder(id, 'first');
        await fixture.database.query(`UPDATE print_job SET status = $2 WHERE id = $1`, [id, status]);
        await fixture.get(PrintReviewService).retry({ viewer: staff, printJobId: id });
        return (await view(id)).queueMove?.to;
      }),
    );
    expect(moves).toEqual(['first', undefined]);
  });
});

describe('many who move prints at once', () => {
  it('leave each print a place of its own', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => fixture.aPrintJob()));
    await Promise.all(ids.map((id) => reorder(id, 'first')));
    const rows = await fixture.database.query<{ priority: number }>(
      `SELECT queue_priority AS priority FROM print_job ORDER BY queue_priority`,
    );
    expect(rows.map(({ priority }) => priority)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('and a planner at work wait for each other: a print that has begun is not moved', async () => {
    for (let round = 0; round < 10; round += 1) {
      await fixture.reset();
      const id = await fixture.aPrintJob({ printer: 'printer-1' });
      const moving = reorder(id, 'first').then(
        () => 1,
        ({ code }: { code: string }) => code,
      );
      const [outcome] = await Promise.all([moving, fixture.plan()]);
      const [job] = await fixture.database.query<{ priority: number }>(
        `SELECT queue_priority AS priority FROM print_job WHERE id = $1`,
        [id],
      );
      expect(await fixture.attempts(id)).toHaveLength(1);
      expect(outcome).toBe(job?.priority === 1 ? 1 : 'print.wrong_state');
    }
  });
});
