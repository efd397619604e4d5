import type { Viewer } from '#libs/people';
import { TemperatureViewService } from '#libs/printing';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { MachineKeeping } from '../privacy/machine-keeping.js';
import { TemperatureRecorder } from './temperature-recorder.js';

let fixture: PrintingFixture;
let recorder: TemperatureRecorder;
let views: TemperatureViewService;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  recorder = fixture.get(TemperatureRecorder);
  views = fixture.get(TemperatureViewService);
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(async () => {
  // What an earlier test has left open is over then.
  fixture.clock.advance(1);
  await recorder.flush();
  await fixture.reset();
  await fixture.database.query(`TRUNCATE printer_temperature`);
  await fixture.database.query(`UPDATE printer SET temperatures = NULL`);
});

const seconds = (count: number) => fixture.clock.advance((count * 1000) / 60_000);
const warm = (nozzle: number, bed = 60) => ({ nozzle, nozzleTarget: 210, bed, bedTarget: 60 });
const note = (nozzle: number, slug = 'printer-1') => recorder.note(fixture.address(slug), warm(nozzle));
const shown = async () => {
  const rows = await fixture.database.query<{ slug: string; nozzle: number }>(
    `SELECT r.slug, (p.temperatures ->> 'nozzle')::float8 AS nozzle FROM printer p JOIN resource r ON r.id = p.resource_id
     WHERE p.temperatures IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ slug, nozzle }) => `${slug} ${nozzle}`);
};
const points = async (viewer = staff, query = {}, slug = 'printer-1') => (await views.show(viewer, slug, query)).points;
const statements = async (work: () => Promise<unknown>): Promise<number> => {
  const query = jest.spyOn(fixture.database, 'transaction');
  await work();
  const { length } = query.mock.calls;
  query.mockRestore();
  return length;
};

describe('what a printer says of its heaters', () => {
  it('is shown at the next second, the newest of it', async () => {
    note(200);
    note(201);
    await recorder.flush();
    expect(await shown()).toEqual(['printer-1 201']);
  });

  it('is kept when ten seconds are over, as the last, the lowest and the highest', async () => {
    for (const nozzle of [205, 215, 208]) {
      note(nozzle);
      seconds(2);
    }
    await recorder.flush();
    expect(await points()).toEqual([]);
    seconds(10);
    await recorder.flush();
    expect(await points()).toEqual([
      { at: '2026-01-12T10:00:00.000Z', ...warm(208), nozzleMin: 205, nozzleMax: 215, bedMin: 60, bedMax: 60 },
    ]);
  });

  it('is written in two statements, however many printers say how much', async () => {
    for (let second = 0; second < 30; second += 1) {
      for (const slug of ['printer-1', 'printer-2']) note(200 + second, slug);
      seconds(1);
    }
    expect(await statements(() => recorder.flush())).toBe(2);
    expect(await shown()).toEqual(['printer-1 229', 'printer-2 229']);
    const kept = await points(staff, { from: '2026-01-12T09:30:00Z' });
    expect(kept.map(({ nozzleMax }) => nozzleMax)).toEqual([209, 219, 229]);
    expect(await statements(() => recorder.flush())).toBe(0);
  });

  it('is one with what another worker has heard in the same ten seconds', async () => {
    for (const nozzle of [230, 190]) {
      note(nozzle);
      seconds(10);
      await recorder.flush();
      seconds(-10);
    }
    expect(await points(staff, { to: '2026-01-12T10:01:00Z' })).toMatchObject([{ nozzleMin: 190, nozzleMax: 230 }]);
  });

  it('means nothing from a bridge that is not its own, is not there, or is not paired any more', async () => {
    recorder.note({ ...fixture.address('printer-1'), bridge: 'bridge-2' }, warm(1));
    recorder.note({ ...fixture.address('printer-1'), printer: 'nobody' }, warm(1));
    await recorder.flush();
    for (const change of [`online = false`, `revoked_at = now()`]) {
      await fixture.database.query(`UPDATE bridge SET ${change}`);
      note(1);
      seconds(10);
      await recorder.flush();
    }
    expect(await shown()).toEqual([]);
    expect(await points()).toEqual([]);
  });

  it('is written when the worker stops', async () => {
    note(207);
    await recorder.onModuleDestroy();
    expect(await points(staff, { to: '2026-01-12T10:01:00Z' })).toMatchObject([{ nozzle: 207 }]);
  });
});

describe('the curve of a printer', () => {
  const aDay = (step: string) =>
    fixture.database.query(
      `INSERT INTO printer_temperature
       SELECT $1, at, 200, 200, 200 + extract(minute FROM at), 210, 60, 60, 60, 60
       FROM generate_series($2::timestamptz - interval '1 day', $2, $3::interval) AS at`,
      [fixture.printerId(), fixture.clock.now(), step],
    );

  it('has at most 500 points for a day, and loses no peak', async () => {
    await aDay('10 seconds');
    const answer = await views.show(staff, 'printer-1', { from: '2026-01-11T10:00:00Z', to: '2026-01-12T10:00:00Z' });
    expect(answer.points.length).toBeGreaterThan(450);
    expect(answer.points.length).toBeLessThanOrEqual(500);
    expect(Math.max(...answer.points.map(({ nozzleMax }) => nozzleMax))).toBe(259);
  });

  it('is of the last two hours unless told otherwise', async () => {
    await aDay('1 minute');
    expect((await points())[0]?.at).toBe('2026-01-12T08:00:00.000Z');
  });

  it('is seen by whoever has a print on the printer, from the start of that print on', async () => {
    const owner = await fixture.aPerson();
    await aDay('1 minute');
    await fixture.aPrintingJob({ printer: 'printer-1', owner });
    fixture.clock.advance(0.5);
    note(205);
    seconds(10);
    await recorder.flush();
    const seen = await points(owner);
    expect(seen.map(({ at }) => at)).toEqual(['2026-01-12T10:00:00.000Z', '2026-01-12T10:00:30.000Z']);
  });

  it('is nobody else’s business: not before the print, not after it, not of another printer', async () => {
    const [owner, stranger] = [await fixture.aPerson(), await fixture.aPerson()];
    const refused = { code: 'not_found' };
    await expect(points(owner)).rejects.toMatchObject(refused);
    const id = await fixture.aPrintingJob({ printer: 'printer-1', owner });
    await expect(points(stranger)).rejects.toMatchObject(refused);
    await expect(points(owner, {}, 'printer-2')).rejects.toMatchObject(refused);
    await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print: { outcome: 'completed' } });
    await fixture.see('printer-1');
    await expect(points(owner)).rejects.toMatchObject(refused);
  });

  it('is forgotten after 30 days', async () => {
    await aDay('1 hour');
    const now = new Date(fixture.clock.now().getTime() + 29.5 * 24 * 3600_000);
    expect(await fixture.get(MachineKeeping).expire(now)).toBe(false);
    expect(await points(staff, { from: '2026-01-11T00:00:00Z' })).toHaveLength(12);
  });
});
