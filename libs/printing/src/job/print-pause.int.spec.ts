import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { PrinterControlService } from '../printer/printer-control.service.js';
import { PrintPauseService } from './print-pause.service.js';

let fixture: PrintingFixture;
let pauses: PrintPauseService;
let owner: Viewer;
let staff: Viewer;
let id: string;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  pauses = fixture.get(PrintPauseService);
  owner = await fixture.aPerson();
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  id = await fixture.aPrintingJob({ owner });
});

const seen = (state: 'printing' | 'paused') => fixture.seeOn('printer-1', id, { state });
const commands = async () => (await fixture.takeJobs('printer.command')).map(({ payload }) => payload);
const byOthers = { code: 'print.paused_by_others' };
const wrongState = { code: 'print.wrong_state' };

describe('the owner of a print', () => {
  it('pauses it and lets it go on, and the log says who', async () => {
    await pauses.pause(owner, id);
    expect(await commands()).toMatchObject([{ type: 'pause', printJobId: id, attempt: 1 }]);
    await seen('paused');
    await pauses.resume(owner, id);
    expect(await commands()).toMatchObject([{ type: 'resume', printJobId: id, attempt: 1 }]);
    expect(await fixture.log(id)).toEqual(['print-job.pause', 'print-job.resume']);
  });

  it('is believed to have paused it although it still printed for a moment', async () => {
    await pauses.pause(owner, id);
    await seen('printing');
    await seen('paused');
    await pauses.resume(owner, id);
    expect(await commands()).toHaveLength(2);
  });

  it('does not let go on what somebody paused at the printer, also after a pause of his or her own', async () => {
    await pauses.pause(owner, id);
    await seen('paused');
    await seen('printing');
    await seen('paused');
    await commands();
    await expect(pauses.resume(owner, id)).rejects.toMatchObject(byOthers);
    expect(await commands()).toEqual([]);
  });

  it.each([
    ['the print', () => pauses.pause(staff, id)],
    ['the printer', () => fixture.get(PrinterControlService).pauseOrResume(staff, 'printer-1', 'pause')],
  ])('does not let go on what staff have paused by %s; staff do', async (_what, pause) => {
    await pause();
    await seen('paused');
    await expect(pauses.resume(owner, id)).rejects.toMatchObject(byOthers);
    await pauses.resume(staff, id);
    expect(await commands()).toMatchObject([{ type: 'pause' }, { type: 'resume' }]);
  });

  it('cannot pause what is paused, nor let go on what prints, nor either when nothing is on a printer', async () => {
    await expect(pauses.resume(owner, id)).rejects.toMatchObject(wrongState);
    await seen('paused');
    await expect(pauses.pause(owner, id)).rejects.toMatchObject(wrongState);
    const waiting = await fixture.aPrintJob({ status: 'queued', owner });
    await expect(pauses.pause(owner, waiting)).rejects.toMatchObject(wrongState);
    await expect(pauses.resume(owner, waiting)).rejects.toMatchObject(wrongState);
  });
});

it('a print of somebody else is not found', async () => {
  const stranger = await fixture.aPerson();
  await expect(pauses.pause(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(pauses.resume(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
});
