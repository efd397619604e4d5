import { createSpoolSchema, type CreateSpool } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { endOf } from '../../../../test/support/refusal.js';
import { PrintingViewService } from '../job/printing-view.service.js';
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
const loading = () => fixture.get(SpoolLoading);
const add = (of: Partial<CreateSpool> = {}) =>
  spools().add(hub, createSpoolSchema.parse({ material: 'PLA', ...of }), staff);
const show = (number: number) => spools().show({ hub, number }, staff);
const load = (number: number, printer = 'printer-1') => loading().load({ hub, number }, { printer, tool: 0 }, staff);
const unload = (number: number) => loading().unload({ hub, number }, staff);
const onPrinter = async (printer = 'printer-1') =>
  (await fixture.get(PrintingViewService).printer(printer, undefined, 'en')).loadedMaterial;

describe('a spool', () => {
  it('gets the next number of its hub, which is given once', async () => {
    const numbers = await Promise.all([add(), add(), add()]);
    expect(numbers.map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
  });

  it('is full, of the usual density, unless something else is said', async () => {
    expect(await add({ material: 'PETG' })).toMatchObject({ remainingGrams: 1000, density: 1.27, loaded: null });
    expect(await add({ remainingGrams: 230.5 })).toMatchObject({ fullGrams: 1000, remainingGrams: 230.5 });
  });

  it('holds what staff have weighed, with the reason in its history', async () => {
    await add();
    await spools().weigh({ hub, number: 1 }, { remainingGrams: 412.25, reason: 'punnittu' }, staff);
    expect((await show(1)).remainingGrams).toBe(412.25);
    expect(await spools().history({ hub, number: 1 }, staff)).toEqual([
      { kind: 'correction', at: '2026-01-12T10:00:00.000Z', grams: -587.75, reason: 'punnittu' },
    ]);
  });

  it('keeps what a change does not name', async () => {
    await add({ colorName: 'musta', colorHex: '1a1a1a', location: 'Hylly 2', boughtOn: '2026-01-02' });
    const changed = await spools().change({ hub, number: 1 }, { location: null }, staff);
    expect(changed).toMatchObject({ colorName: 'musta', colorHex: '1A1A1A', location: null, boughtOn: '2026-01-02' });
  });

  it('is no longer listed nor loaded once it is put away, and can be taken up again', async () => {
    await add();
    await load(1);
    await loading().setArchived({ hub, number: 1 }, true, staff);
    expect(await spools().list(hub, {}, staff)).toEqual([]);
    expect(await spools().list(hub, { archived: 'true' }, staff)).toMatchObject([{ number: 1, loaded: null }]);
    expect(await endOf(load(1))).toBe('spool.archived');
    await loading().setArchived({ hub, number: 1 }, false, staff);
    expect((await load(1)).loaded).toEqual({ printer: 'printer-1', tool: 0 });
  });

  it('is for the staff of its hub alone', async () => {
    await add();
    const resident = await fixture.aPerson();
    expect(await endOf(spools().list(hub, {}, resident))).toBe('auth.forbidden');
    expect(await endOf(spools().show({ hub, number: 2 }, staff))).toBe('not_found');
  });

  it('has everything that is done to it in the record', async () => {
    const { id } = await add();
    await load(1);
    await unload(1);
    await spools().weigh({ hub, number: 1 }, { remainingGrams: 1, reason: 'punnittu' }, staff);
    expect(await fixture.log(id)).toEqual(['spool.add', 'spool.load', 'spool.unload', 'spool.weigh']);
  });
});

describe('a printer', () => {
  it('has the material of the spool that is on it', async () => {
    await add({ material: 'PETG' });
    await load(1);
    expect(await onPrinter()).toBe('PETG');
  });

  it('gets a new spool in one step: the old one is off it then', async () => {
    await add();
    await add({ material: 'TPU' });
    await load(1);
    await load(2);
    expect((await show(1)).loaded).toBeNull();
    expect(await onPrinter()).toBe('TPU');
  });

  it('has one spool in a place, however many put theirs there at once', async () => {
    await Promise.all([add(), add(), add(), add()]);
    await Promise.all([1, 2, 3, 4].map((number) => load(number)));
    const loaded = (await spools().list(hub, {}, staff)).filter((spool) => spool.loaded !== null);
    expect(loaded).toHaveLength(1);
  });

  it('prints nothing while its spool is out, until something is put in or said to be', async () => {
    await fixture.aPrinter('printer-2', { state: 'offline' });
    await add();
    await load(1);
    await unload(1);
    const id = await fixture.aPrintJob();
    await fixture.plan();
    expect(await fixture.status(id)).toBe('queued');
    await loading().state(fixture.printerId(), 'PLA', staff);
    expect(await onPrinter()).toBe('PLA');
    await fixture.plan();
    expect(await fixture.status(id)).toBe('dispatching');
  });

  it('takes nobody’s word for its material while a spool is on it', async () => {
    await add();
    await load(1);
    expect(await endOf(loading().state(fixture.printerId(), 'PETG', staff))).toBe('spool.loaded');
  });

  it('prints as ever in a hub that keeps no books of spools', async () => {
    const id = await fixture.aPrintJob({ grams: 5000 });
    await fixture.plan();
    expect(await fixture.status(id)).toBe('dispatching');
  });
});
