import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { tallyDone } from '../../../../test/support/tally.js';
import { PrinterFactsService } from './printer-facts.service.js';

let fixture: PrintingFixture;
let facts: PrinterFactsService;
let staff: Viewer;
let admin: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  facts = fixture.get(PrinterFactsService);
  staff = await fixture.aPerson({ staff: true });
  admin = { ...staff, roles: [{ role: 'admin', hubId: fixture.hubId, hub: 'test-hub' }] };
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

describe('what a printer is as a machine', () => {
  it('is changed by the hub’s administrator in what is named, and prints are planned anew', async () => {
    const before = await facts.show('printer-1', staff);
    const after = await facts.change('printer-1', { bedOrigin: 'centre', maxBedCelsius: 90 }, { viewer: admin });
    expect(after).toEqual({ ...before, bedOrigin: 'centre', maxBedCelsius: 90, version: before.version + 1 });
    expect(await fixture.takeJobs('print.plan')).toHaveLength(1);
    expect(await fixture.log(fixture.printerId())).toContain('printer.change');
  });

  it('is one person’s word at a time: who has read an older one is told', async () => {
    const { version } = await facts.show('printer-1', admin);
    const change = () => facts.change('printer-1', { maxNozzleCelsius: 300 }, { viewer: admin, ifMatch: [version] });
    expect(await tallyDone([change(), change()])).toEqual({ done: 1, 'precondition.failed': 1 });
  });

  it('is not the staff’s to change, nor the residents’ to see', async () => {
    await expect(facts.change('printer-1', {}, { viewer: staff })).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(facts.show('printer-1', await fixture.aPerson())).rejects.toMatchObject({ code: 'not_found' });
  });
});
