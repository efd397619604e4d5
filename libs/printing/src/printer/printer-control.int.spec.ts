import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrinterCommandService } from './printer-command.service.js';
import { PrinterControlService } from './printer-control.service.js';

let fixture: PrintingFixture;
let control: PrinterControlService;
let owner: Viewer;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  control = fixture.get(PrinterControlService);
  owner = await fixture.aPerson();
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const carryCommands = async () => {
  for (const { payload } of await fixture.takeJobs('printer.command')) {
    const command = payload as unknown as Parameters<PrinterCommandService['carry']>[0];
    await fixture.get(PrinterCommandService).carry(command, { tryNumber: 1, isLastTry: false });
  }
};

describe('staff at a printer', () => {
  const wrongPrinterState = { code: 'printer.wrong_state' };

  it.each(['idle', 'paused', 'awaiting_clear', 'offline'])('cannot pause it when it is %s', async (state) => {
    await fixture.aPrintingJob({ owner });
    await fixture.aPrinter('printer-1', { state });
    await expect(control.pauseOrResume(staff, 'printer-1', 'pause')).rejects.toMatchObject(wrongPrinterState);
    expect(await fixture.takeJobs('printer.command')).toEqual([]);
  });

  it.each(['idle', 'printing', 'awaiting_clear', 'offline'])('cannot let it go on when it is %s', async (state) => {
    await fixture.aPrintingJob({ owner });
    await fixture.aPrinter('printer-1', { state });
    await expect(control.pauseOrResume(staff, 'printer-1', 'resume')).rejects.toMatchObject(wrongPrinterState);
  });

  it('cannot pause a print that nobody sent', async () => {
    await fixture.aPrinter('printer-1', { state: 'printing', localPrint: true });
    await expect(control.pauseOrResume(staff, 'printer-1', 'pause')).rejects.toMatchObject(wrongPrinterState);
    await expect(control.cancel(staff, 'printer-1')).rejects.toMatchObject(wrongPrinterState);
  });

  it('pause and resume the print that is on it, and the log says who', async () => {
    const id = await fixture.aPrintingJob({ owner });
    await control.pauseOrResume(staff, 'printer-1', 'pause');
    await carryCommands();
    expect(fixture.link.sent).toMatchObject([{ command: { type: 'pause', jobId: id, attempt: 1 } }]);
    const [entry] = await fixture.database.query(
      `SELECT account_id, action, details FROM audit_entry WHERE subject_id = $1 ORDER BY at DESC, id DESC LIMIT 1`,
      [fixture.printerId()],
    );
    expect(entry).toEqual({
      account_id: staff.accountId,
      action: 'printer.pause',
      details: { printJobId: id, number: 1 },
    });
    await fixture.seeOn('printer-1', id, { state: 'paused' });
    await control.pauseOrResume(staff, 'printer-1', 'resume');
    await carryCommands();
    expect(fixture.link.sent.at(-1)).toMatchObject({ command: { type: 'resume' } });
  });

  it.each(['preparing', 'printing', 'paused', 'attention', 'cancelling'])(
    'cannot call the plate clear while it is %s',
    async (state) => {
      await fixture.aPrinter('printer-1', { state, plate: 'awaiting_clear' });
      await expect(control.clearPlate(staff, 'printer-1')).rejects.toMatchObject(wrongPrinterState);
      expect(await fixture.takeJobs('printer.command')).toEqual([]);
    },
  );

  it('cannot call a plate clear that is clear, or that nobody can see', async () => {
    await expect(control.clearPlate(staff, 'printer-1')).rejects.toMatchObject(wrongPrinterState);
    await fixture.aPrinter('printer-1', { state: 'offline', plate: 'awaiting_clear' });
    await expect(control.clearPlate(staff, 'printer-1')).rejects.toMatchObject({ code: 'printer.unreachable' });
  });

  it('of another hub find no such printer', async () => {
    const stranger = {
      ...(await fixture.aPerson()),
      roles: [{ role: 'staff' as const, hubId: owner.accountId, hub: 'x' }],
    };
    await fixture.aPrinter('printer-1', { state: 'awaiting_clear', plate: 'awaiting_clear' });
    await expect(control.clearPlate(stranger, 'printer-1')).rejects.toMatchObject({ code: 'not_found' });
  });
});
