import { aPlanInput, aPlanJob, aPlanPrinter, hour, minute, noon } from '../../../../test/fixtures/plan-builders.js';
import type { PlanInput, PlanJob, PlanPrinter } from './plan-input.js';
import { planPrints } from './plan-prints.js';

const planOf = (changes: Partial<PlanInput>) => planPrints(aPlanInput(changes));
const withPrinter = (changes: Partial<PlanPrinter>, job: Partial<PlanJob> = {}) =>
  planOf({ printers: [aPlanPrinter(changes)], jobs: [aPlanJob(job)] });

describe('a print starts now', () => {
  it('on an idle printer with an empty plate', () => {
    expect(planPrints(aPlanInput())).toMatchObject({
      entries: [
        {
          jobId: 'job-1',
          position: 1,
          printerId: 'printer-1',
          estimatedStart: noon,
          estimatedEnd: noon + hour,
          waitingReason: 'next',
        },
      ],
      starts: [{ jobId: 'job-1', printerId: 'printer-1' }],
    });
  });

  it('one on each printer, and no second one', () => {
    const printers = ['a', 'b'].map((id) => aPlanPrinter({ id }));
    const jobs = ['1', '2', '3'].map((id) => aPlanJob({ id, personId: id }));
    const { starts, entries } = planOf({ printers, jobs });
    expect(starts).toEqual([
      { jobId: '1', printerId: 'a' },
      { jobId: '2', printerId: 'b' },
    ]);
    expect(entries[2]).toMatchObject({ estimatedStart: noon + hour + 10 * minute, waitingReason: 'printers_busy' });
  });

  it.each<[string, Partial<PlanPrinter>]>([
    ['is not clear', { plate: 'awaiting_clear' }],
    ['still holds a finished print', { state: 'awaiting_clear' }],
    ['is on a printer that prints', { state: 'printing' }],
    ['is on a printer that was given a print but reports idle', { busyUntil: noon + hour }],
    ['is on a printer whose print is overdue', { state: 'printing', busyUntil: noon - hour }],
    ['is on a printer that is out of order', { outOfOrder: true }],
    ['is on a printer that is offline', { state: 'offline' }],
    ['is on a printer that reports something unknown', { state: 'unknown' }],
    ['is on a printer that is starting', { state: 'starting' }],
  ])('never when the plate %s', (_, printer) => {
    expect(withPrinter(printer).starts).toEqual([]);
  });

  it('rather where its material is known to be loaded', () => {
    const printers = [aPlanPrinter({ id: 'a', loadedMaterial: null }), aPlanPrinter({ id: 'b' })];
    expect(planOf({ printers }).starts).toEqual([{ jobId: 'job-1', printerId: 'b' }]);
  });

  it('in a gap that is too short for the one before it', () => {
    const allocations = [{ start: noon + 2 * hour, end: noon + 4 * hour }];
    const jobs = [
      aPlanJob({ id: 'long', durationMs: 3 * hour, queuedAt: noon - 2 * hour }),
      aPlanJob({ id: 'short', personId: 'bo', durationMs: hour }),
    ];
    const { starts, entries } = planOf({ printers: [aPlanPrinter({ allocations })], jobs });
    expect(starts.map(({ jobId }) => jobId)).toEqual(['short']);
    expect(entries[0]).toMatchObject({ jobId: 'long', estimatedStart: noon + 4 * hour });
  });
});

describe('a booking', () => {
  const booking = { start: noon + hour, end: noon + 2 * hour };

  it('is never printed into, not even by clearing the plate', () => {
    const { entries, starts } = withPrinter({ allocations: [booking] }, { durationMs: 55 * minute });
    expect(starts).toEqual([]);
    expect(entries[0]).toMatchObject({ estimatedStart: booking.end, waitingReason: 'would_overrun_booking' });
  });

  it('leaves room for a print that is cleared just before it', () => {
    expect(withPrinter({ allocations: [booking] }, { durationMs: 50 * minute }).starts).toHaveLength(1);
  });
});

describe('a printer that must not run unattended', () => {
  const supervised = { unattendedAllowed: false };

  it('prints what ends before closing', () => {
    expect(withPrinter(supervised, { durationMs: 6 * hour }).starts).toHaveLength(1);
  });

  it('leaves a print that would not for the next day', () => {
    const [entry] = withPrinter(supervised, { durationMs: 7 * hour }).entries;
    expect(entry).toMatchObject({ estimatedStart: noon + 22 * hour, waitingReason: 'would_run_unattended' });
  });

  it('waits for the hub to open', () => {
    const now = noon + 8 * hour;
    const [entry] = planOf({ now, printers: [aPlanPrinter(supervised)] }).entries;
    expect(entry).toMatchObject({ estimatedStart: noon + 22 * hour, waitingReason: 'hub_closed' });
  });

  it('has no time for a print that is longer than any day', () => {
    const [entry] = withPrinter(supervised, { durationMs: 9 * hour }).entries;
    expect(entry).toMatchObject({ printerId: null, estimatedStart: null, waitingReason: 'would_run_unattended' });
  });
});

describe('a plate', () => {
  it('is expected to be cleared soon while the hub is open', () => {
    const [entry] = withPrinter({ plate: 'awaiting_clear' }).entries;
    expect(entry).toMatchObject({ estimatedStart: noon + 10 * minute, waitingReason: 'plate_not_clear' });
  });

  it('is expected to be cleared in the morning when the print ends at night', () => {
    const busyUntil = noon + 9 * hour;
    const [entry] = withPrinter({ state: 'printing', busyUntil }).entries;
    expect(entry?.estimatedStart).toBe(noon + 22 * hour + 10 * minute);
  });

  it('that is left over night has no print planned on it for the night', () => {
    const jobs = [
      aPlanJob({ id: 'evening', durationMs: 7 * hour, queuedAt: 0 }),
      aPlanJob({ id: 'after', personId: 'bo' }),
    ];
    const { entries } = planOf({ jobs });
    expect(entries[1]?.estimatedStart).toBe(noon + 22 * hour + 10 * minute);
  });
});

describe('a gap before a print that is planned for the night', () => {
  it('is not given to one that leaves its part on the plate', () => {
    const allocations = [{ start: noon + 7 * hour, end: noon + 8 * hour }];
    const jobs = [
      aPlanJob({ id: 'night', durationMs: 8 * hour, queuedAt: 0 }),
      aPlanJob({ id: 'evening', personId: 'bo', durationMs: 6.5 * hour }),
    ];
    const { entries, starts } = planOf({ printers: [aPlanPrinter({ allocations })], jobs });
    expect(starts).toEqual([]);
    expect(entries[0]?.estimatedStart).toBe(noon + 8 * hour);
    expect(entries[1]).toMatchObject({
      estimatedStart: noon + 22 * hour + 10 * minute,
      waitingReason: 'printers_busy',
    });
  });
});

describe('the reason to wait', () => {
  it('is that it comes next, when the printer is only finishing', () => {
    const busyUntil = noon + 30 * minute;
    const allocations = [{ start: noon - hour, end: busyUntil }];
    const [entry] = withPrinter({ state: 'printing', busyUntil, allocations }).entries;
    expect(entry).toMatchObject({ estimatedStart: busyUntil, waitingReason: 'next' });
  });

  it.each<[string, Partial<PlanPrinter>, Partial<PlanJob>, string]>([
    ['its material is loaded nowhere', {}, { material: 'PETG' }, 'material_missing'],
    ['the filament was taken out', { isUnloaded: true }, { material: null }, 'material_missing'],
    ['too little of it is left', { spools: [{ tool: 0, grams: 19 }] }, { gramsByTool: [20] }, 'not_enough_filament'],
    ['no nozzle fits', {}, { nozzleDiameterMillimetres: 0.8 }, 'no_matching_printer'],
    ['every printer that fits is away', { state: 'error' }, {}, 'printer_offline'],
  ])('is known when %s', (_, printer, job, waitingReason) => {
    const [entry] = withPrinter(printer, job).entries;
    expect(entry).toMatchObject({ printerId: null, estimatedStart: null, estimatedEnd: null, waitingReason });
  });

  it('is the limit of the person when printers are free', () => {
    const printers = ['a', 'b', 'c'].map((id) => aPlanPrinter({ id }));
    const jobs = ['1', '2', '3'].map((id) => aPlanJob({ id }));
    const { starts, entries } = planOf({ printers, jobs });
    expect(starts).toHaveLength(2);
    expect(entries[2]).toMatchObject({ estimatedStart: noon + hour, waitingReason: 'person_limit' });
  });

  it('is the limit while as many run as may, until one of them ends', () => {
    const busyUntil = noon + 70 * minute;
    const printers = [
      aPlanPrinter({ id: 'a' }),
      aPlanPrinter({ id: 'b', state: 'printing', busyUntil, currentPersonId: 'ann' }),
      aPlanPrinter({ id: 'c', state: 'printing', busyUntil: noon + 5 * hour, currentPersonId: 'bo' }),
    ];
    const { starts, entries } = planOf({ printers, activeByPerson: new Map([['ann', 2]]) });
    expect(starts).toEqual([]);
    expect(entries[0]).toMatchObject({ printerId: 'a', estimatedStart: noon + hour, waitingReason: 'person_limit' });
  });
});

describe('a preferred printer', () => {
  const preferring = [aPlanJob({ preferredPrinterId: 'b' })];
  const busy = aPlanPrinter({ id: 'b', state: 'printing', busyUntil: noon + hour });

  it('is waited for though another is free', () => {
    const [entry] = planOf({ printers: [aPlanPrinter({ id: 'a' }), busy], jobs: preferring }).entries;
    expect(entry).toMatchObject({ printerId: 'b', estimatedStart: noon + hour });
  });

  it.each<[string, Partial<PlanPrinter>]>([
    ['out of order', { outOfOrder: true }],
    ['loaded with another material', { loadedMaterial: 'PETG' }],
  ])('is not waited for when it is %s', (_, changes) => {
    const printers = [aPlanPrinter({ id: 'a' }), aPlanPrinter({ id: 'b', ...changes })];
    expect(planOf({ printers, jobs: preferring }).starts).toEqual([{ jobId: 'job-1', printerId: 'a' }]);
  });
});

describe('an empty queue', () => {
  it('has an empty plan', () => {
    expect(planOf({ jobs: [] })).toEqual({ entries: [], starts: [] });
  });
});
