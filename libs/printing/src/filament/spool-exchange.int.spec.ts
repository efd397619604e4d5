import { createSpoolSchema, spoolmanImportSchema, type CreateSpool } from '#libs/contracts';
import { Problem } from '#libs/platform';
import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { SpoolExchange } from './spool-exchange.service.js';
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

const exchange = () => fixture.get(SpoolExchange);
const exportAll = async () =>
  spoolmanImportSchema.parse(JSON.parse(JSON.stringify(await exchange().exportAll(hub, staff))));
const add = (of: Partial<CreateSpool> = {}) =>
  fixture.get(SpoolService).add(hub, createSpoolSchema.parse({ material: 'PLA', ...of }), staff);
const faultsOf = async (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => (error instanceof Problem ? error.errors?.map(({ path }) => path) : [String(error)]),
  );

describe('an export', () => {
  it('that is imported elsewhere and exported there is the same again', async () => {
    await add({ colorName: 'musta', colorHex: '1A1A1A', vendor: 'Kutomo', product: 'Matta', boughtOn: '2026-01-02' });
    await add({ material: 'PETG', remainingGrams: 310.25, lotNumber: 'A7', location: 'Hylly', emptySpoolGrams: 180 });
    await add({ note: 'kostunut' });
    await fixture.get(SpoolService).weigh({ hub, number: 1 }, { remainingGrams: 700, reason: 'punnittu' }, staff);
    await fixture.get(SpoolLoading).load({ hub, number: 1 }, { printer: 'printer-1', tool: 0 }, staff);
    await fixture.get(SpoolLoading).setArchived({ hub, number: 3 }, true, staff);
    const id = await fixture.aPrintingJob({ grams: 30.5 });
    await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print: { outcome: 'completed' } });
    const exported = await exportAll();
    expect(exported).toMatchObject([
      { id: 1, remaining_weight: 669.5, used_weight: 330.5 },
      { id: 2 },
      { id: 3, archived: true },
    ]);
    await fixture.reset();
    expect(await exchange().importAll(hub, exported, staff)).toEqual({ added: 3 });
    expect(await exportAll()).toEqual(exported);
  });
});

describe('an import', () => {
  it('is refused with everything that is wrong with it, and leaves nothing behind', async () => {
    await add();
    const filament = { material: 'PLA', density: 1.24, diameter: 1.75, weight: 1000 };
    const { weight: _weight, ...unweighed } = filament;
    const file = spoolmanImportSchema.parse([
      { id: 1, filament },
      { id: 2, filament },
      { id: 2, filament },
      { id: 3, filament: unweighed },
    ]);
    expect((await faultsOf(exchange().importAll(hub, file, staff)))?.toSorted()).toEqual([
      '0.id',
      '2.id',
      '3.filament.weight',
    ]);
    expect(await fixture.get(SpoolService).list(hub, { archived: 'true' }, staff)).toHaveLength(1);
  });
});
