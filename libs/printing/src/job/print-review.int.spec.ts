import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrintCancelService } from './print-cancel.service.js';
import { PrintReviewService } from './print-review.service.js';

let fixture: PrintingFixture;
let reviews: PrintReviewService;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  reviews = fixture.get(PrintReviewService);
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const wrongState = { code: 'print.wrong_state' };
const queuedAt = async (id: string) => {
  const [job] = await fixture.database.query<{ queued_at: Date }>(`SELECT queued_at FROM print_job WHERE id = $1`, [
    id,
  ]);
  return job?.queued_at.toISOString().slice(11, 16);
};

describe('an approval', () => {
  it('puts the job in the queue, tells its owner and asks for a plan', async () => {
    const owner = await fixture.aPerson();
    const id = await fixture.aPrintJob({ status: 'awaiting_review', owner });
    await reviews.approve({ viewer: staff, printJobId: id });
    expect([await fixture.status(id), await queuedAt(id)]).toEqual(['queued', '10:00']);
    expect(await fixture.log(id)).toEqual(['print-job.approve']);
    expect(await fixture.takeJobs('mail.send')).toMatchObject([
      { payload: { to: owner.email, template: 'printApproved' } },
    ]);
    expect(await fixture.takeJobs('print.plan')).toHaveLength(1);
    await expect(reviews.approve({ viewer: staff, printJobId: id })).rejects.toMatchObject(wrongState);
  });

  it.each(['analysing', 'needs_changes', 'rejected', 'printing', 'done'] as const)(
    'is refused when it is %s',
    async (status) => {
      const id = await fixture.aPrintJob({ status });
      await expect(reviews.approve({ viewer: staff, printJobId: id })).rejects.toMatchObject(wrongState);
    },
  );

  it('is not for residents: their own job is forbidden, another’s not found', async () => {
    const owner = await fixture.aPerson();
    const id = await fixture.aPrintJob({ status: 'awaiting_review', owner });
    await expect(reviews.approve({ viewer: owner, printJobId: id })).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(reviews.approve({ viewer: await fixture.aPerson(), printJobId: id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('a retry', () => {
  it('keeps the place of a job whose print failed', async () => {
    const id = await fixture.aPrintJob({ status: 'failed', queuedAt: new Date('2026-01-12T08:00:00Z') });
    await reviews.retry({ viewer: staff, printJobId: id });
    expect([await fixture.status(id), await queuedAt(id)]).toEqual(['queued', '08:00']);
  });

  it('queues a job anew that was given up', async () => {
    const id = await fixture.aPrintJob({ status: 'cancelled', queuedAt: new Date('2026-01-12T08:00:00Z') });
    await reviews.retry({ viewer: staff, printJobId: id });
    expect(await queuedAt(id)).toBe('10:00');
  });

  it.each(['awaiting_review', 'needs_changes', 'analysing'] as const)(
    'does not lead past the review: what was cancelled while %s is not queued',
    async (status) => {
      const owner = await fixture.aPerson();
      const id = await fixture.aPrintJob({ status, owner });
      await fixture.get(PrintCancelService).cancel(owner, id);
      await expect(reviews.retry({ viewer: staff, printJobId: id })).rejects.toMatchObject(wrongState);
      expect(await fixture.status(id)).toBe('cancelled');
    },
  );

  it('does not print a file that a public printer must not run', async () => {
    const id = await fixture.aPrintJob({ status: 'failed', refusalCode: 'print.unsafe_command' });
    await expect(reviews.retry({ viewer: staff, printJobId: id })).rejects.toMatchObject(wrongState);
  });

  it.each(['queued', 'printing', 'done', 'rejected'] as const)('is refused when the job is %s', async (status) => {
    const id = await fixture.aPrintJob({ status });
    await expect(reviews.retry({ viewer: staff, printJobId: id })).rejects.toMatchObject(wrongState);
  });
});

describe('a refusal by staff', () => {
  it.each([
    ['reject', 'rejected', 'printRejected'],
    ['requestChanges', 'needs_changes', 'printReturned'],
  ] as const)('(%s) gives its reason to the owner', async (action, status, template) => {
    const id = await fixture.aPrintJob({ status: 'awaiting_review' });
    await reviews[action]({ viewer: staff, printJobId: id }, 'Walls are too thin');
    expect(await fixture.status(id)).toBe(status);
    expect(await fixture.takeJobs('mail.send')).toMatchObject([
      { payload: { template, params: { reason: 'Walls are too thin' } } },
    ]);
  });
});
