import type { ChangeApprovalRule } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { ApprovalRuleService } from './approval-rule.service.js';
import { AutoApprovalService } from './auto-approval.service.js';

let fixture: PrintingFixture;
let owner: Viewer;
let admin: Viewer;
let staff: Viewer;

const rule: ChangeApprovalRule = {
  isEnabled: true,
  maxMinutes: 60,
  maxGrams: 1000,
  minDonePrints: 0,
  induction: null,
};

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  owner = await fixture.aPerson();
  staff = await fixture.aPerson({ staff: true });
  admin = { ...staff, roles: [{ role: 'admin', hubId: fixture.hubId, hub: 'test-hub' }] };
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  await fixture.database.query(`DELETE FROM print_approval_rule`);
});

const set = (changes: Partial<ChangeApprovalRule> = {}, ifMatch?: number[]) =>
  fixture.get(ApprovalRuleService).change('test-hub', { ...rule, ...changes }, { viewer: admin, ifMatch });
const consider = async (fileVersion = 1) => {
  const id = await fixture.aPrintJob({ owner, status: 'awaiting_review' });
  await fixture.database.query(
    `UPDATE print_job SET analysis = analysis || '{"findings": [], "totalGrams": 20}' WHERE id = $1`,
    [id],
  );
  await fixture.get(AutoApprovalService).consider({ printJobId: id, fileVersion });
  return id;
};
const rowOf = async (id: string) => {
  const [row] = await fixture.database.query<{ status: string; isAuto: boolean }>(
    `SELECT status, auto_approved AS "isAuto" FROM print_job WHERE id = $1`,
    [id],
  );
  return row;
};

describe('the rule of a hub', () => {
  it('is off until an administrator turns it on', async () => {
    expect(await fixture.get(ApprovalRuleService).show('test-hub', staff)).toMatchObject({
      isEnabled: false,
      version: 0,
    });
    expect(await rowOf(await consider())).toEqual({ status: 'awaiting_review', isAuto: false });
    expect(await set()).toEqual({ ...rule, version: 1 });
    expect(await set({ isEnabled: false })).toMatchObject({ isEnabled: false, version: 2 });
    expect(await rowOf(await consider())).toMatchObject({ status: 'awaiting_review' });
  });

  it('is not the staff’s to change, nor the residents’ to see', async () => {
    const rules = fixture.get(ApprovalRuleService);
    await expect(rules.change('test-hub', rule, { viewer: staff })).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(rules.show('test-hub', owner)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  it('of two who change what they have both read takes the first one’s word', async () => {
    const both = await Promise.allSettled([set({ maxMinutes: 30 }, [0]), set({ maxMinutes: 90 }, [0])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(set({}, [0])).rejects.toMatchObject({ code: 'precondition.failed' });
    expect(await set({}, [1])).toMatchObject({ version: 2 });
  });

  it('approves, tells the owner, and leaves in the record what it was decided by', async () => {
    await set();
    const id = await consider();
    expect(await rowOf(id)).toEqual({ status: 'queued', isAuto: true });
    expect(await fixture.log(id)).toEqual(['print-job.auto-approve']);
    const [entry] = await fixture.database.query<{ by: string | null; details: object }>(
      `SELECT account_id AS by, details FROM audit_entry WHERE subject_id = $1`,
      [id],
    );
    expect(entry).toMatchObject({
      by: null,
      details: { rule: { maxMinutes: 60 }, facts: { seconds: 3600, grams: 20, donePrints: 0 } },
    });
    expect(await fixture.takeJobs('mail.send')).toMatchObject([
      { payload: { to: owner.email, template: 'printApproved' } },
    ]);
    expect(await fixture.takeJobs('print.plan')).toHaveLength(1);
    expect(await fixture.takeJobs('staff.notify')).toEqual([]);
  });

  it('leaves to staff what takes too long, what a newcomer sends and what a blocked person does', async () => {
    await set({ maxMinutes: 59 });
    expect(await rowOf(await consider())).toMatchObject({ status: 'awaiting_review' });
    expect(await fixture.takeJobs('staff.notify')).toMatchObject([
      { payload: { topic: 'print_review', causedBy: owner.accountId } },
    ]);
    await set({ minDonePrints: 1 });
    expect(await rowOf(await consider())).toMatchObject({ status: 'awaiting_review' });
    await fixture.aPrintJob({ owner, status: 'done' });
    expect(await rowOf(await consider())).toMatchObject({ status: 'queued' });
    await fixture.database.query(
      `INSERT INTO person_block (hub_id, account_id, reason, created_at) VALUES ($1, $2, 'noise', $3)`,
      [fixture.hubId, owner.accountId, fixture.clock.now()],
    );
    expect(await rowOf(await consider())).toMatchObject({ status: 'awaiting_review' });
    await fixture.database.query(`DELETE FROM person_block`);
  });

  it('asks for the induction it names', async () => {
    await set({ induction: '3d-printer' });
    expect(await rowOf(await consider())).toMatchObject({ status: 'awaiting_review' });
    await fixture.database.query(
      `INSERT INTO induction (hub_id, account_id, kind, granted_by, granted_at) VALUES ($1, $2, '3d-printer', $3, $4)`,
      [fixture.hubId, owner.accountId, staff.accountId, fixture.clock.now()],
    );
    expect(await rowOf(await consider())).toMatchObject({ status: 'queued' });
  });

  it('approves no file that has been replaced meanwhile', async () => {
    await set();
    expect(await rowOf(await consider(2))).toMatchObject({ status: 'awaiting_review' });
  });
});
