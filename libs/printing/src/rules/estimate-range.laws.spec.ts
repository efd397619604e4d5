import fc from 'fast-check';
import { aPlanInput, aPlanJob, aPlanPrinter, hour, minute, noon } from '../../../../test/fixtures/plan-builders.js';
import { runningEndRange, slicersTimeError, timeErrorOf } from './estimate-range.js';
import type { PlanInput } from './plan-input.js';
import { planPrints } from './plan-prints.js';

const minutes = (min: number, max: number) => fc.integer({ min, max }).map((value) => value * minute);
const printer = fc.record({
  busyUntil: fc.option(minutes(-30, 500).map((from) => noon + from)),
  unattendedAllowed: fc.boolean(),
  timeError: fc.option(
    fc.record({
      early: fc.double({ min: 0, max: 0.5, noNaN: true }),
      late: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    {
      nil: slicersTimeError,
    },
  ),
  allocations: fc
    .array(fc.tuple(minutes(-60, 2000), minutes(15, 200)), { maxLength: 3 })
    .map((drafts) => drafts.map(([from, length]) => ({ start: noon + from, end: noon + from + length })))
    .map((periods) => periods.toSorted((a, b) => a.start - b.start)),
});
const job = fc.record({ personId: fc.constantFrom('ann', 'bo', 'cy'), durationMs: minutes(5, 400) });
const input: fc.Arbitrary<PlanInput> = fc
  .record({ printers: fc.array(printer, { maxLength: 3 }), jobs: fc.array(job, { maxLength: 12 }) })
  .map(({ printers, jobs }) =>
    aPlanInput({
      printers: printers.map((draft, n) => aPlanPrinter({ ...draft, id: `printer-${n}` })),
      jobs: jobs.map((draft, n) => aPlanJob({ ...draft, id: `job-${n}`, queuedAt: noon - n * minute })),
    }),
  );

const timesOf = (all: PlanInput) => planPrints(all).entries.map((entry) => [entry.startRange, entry.endRange] as const);

describe('the range of an estimate', () => {
  it('holds the point, begins no earlier than now and never ends before it starts', () => {
    fc.assert(
      fc.property(input, (all) => {
        for (const { estimatedStart, estimatedEnd, startRange, endRange } of planPrints(all).entries) {
          expect([startRange === null, endRange === null]).toEqual(Array(2).fill(estimatedStart === null));
          if (estimatedStart === null || estimatedEnd === null || !startRange || !endRange) continue;
          expect(startRange.earliest).toBeLessThanOrEqual(estimatedStart);
          expect(startRange.latest).toBeGreaterThanOrEqual(estimatedStart);
          expect(endRange.earliest).toBeLessThanOrEqual(estimatedEnd);
          expect(endRange.latest).toBeGreaterThanOrEqual(estimatedEnd);
          expect(startRange.earliest).toBeGreaterThanOrEqual(noon);
          expect(endRange.earliest).toBeGreaterThanOrEqual(startRange.earliest);
          expect(endRange.latest).toBeGreaterThanOrEqual(startRange.latest);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same plan', () => {
    fc.assert(fc.property(input, (all) => expect(timesOf(structuredClone(all))).toEqual(timesOf(all))));
  });

  it('is now for what starts now, and as wide as its own time is uncertain', () => {
    const [entry] = planPrints(aPlanInput({ jobs: [aPlanJob({ durationMs: 10 * hour })] })).entries;
    expect(entry?.startRange).toEqual({ earliest: noon, latest: noon });
    expect(entry?.endRange).toEqual({ earliest: noon + 9.5 * hour, latest: noon + 11.5 * hour });
  });

  it('grows with what runs and waits before', () => {
    const jobs = ['a', 'b'].map((id, n) => aPlanJob({ id, personId: id, queuedAt: noon - (9 - n) * minute }));
    const printers = [aPlanPrinter({ busyUntil: noon + 2 * hour + 10 * minute })];
    const [first, second] = planPrints(aPlanInput({ jobs, printers })).entries;
    const widthOf = (range: { earliest: number; latest: number } | null | undefined) =>
      range ? range.latest - range.earliest : 0;
    expect(widthOf(first?.startRange)).toBeGreaterThanOrEqual(20 * minute);
    expect(widthOf(second?.startRange)).toBeGreaterThan(widthOf(first?.startRange));
  });

  it('does not promise a time that a booking takes if the print before it takes longer', () => {
    const jobs = ['a', 'b'].map((id, n) => aPlanJob({ id, personId: id, queuedAt: noon - (9 - n) * minute }));
    const booking = { start: noon + 140 * minute, end: noon + 200 * minute };
    const [, second] = planPrints(aPlanInput({ jobs, printers: [aPlanPrinter({ allocations: [booking] })] })).entries;
    expect(second?.estimatedStart).toBe(noon + 70 * minute);
    expect(second?.startRange?.latest).toBe(booking.end);
  });
});

describe('what a printer’s past tells of its times', () => {
  it('is not believed before five prints', () => {
    expect(timeErrorOf({ count: 4, low: 0.5, high: 3 })).toBe(slicersTimeError);
    expect(timeErrorOf({ count: 0, low: null, high: null })).toBe(slicersTimeError);
  });

  it('makes a range wider or narrower, within reason', () => {
    expect(timeErrorOf({ count: 5, low: 0.9, high: 1.3 })).toEqual({
      early: expect.closeTo(0.1),
      late: expect.closeTo(0.3),
    });
    expect(timeErrorOf({ count: 20, low: 1.1, high: 9 })).toEqual({ early: 0.02, late: 1 });
    expect(timeErrorOf({ count: 20, low: 0.01, high: 0.9 })).toEqual({ early: 0.5, late: 0.02 });
  });
});

describe('a running print’s end', () => {
  it('is told ever more exactly as it comes nearer', () => {
    const end = noon + 10 * hour;
    const widths = [noon, noon + 5 * hour, noon + 9 * hour, end].map((now) => {
      const { earliest, latest } = runningEndRange(end, { now, error: slicersTimeError });
      expect([earliest <= end, latest >= end]).toEqual([true, true]);
      return latest - earliest;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths.at(-1)).toBe(0);
  });

  it('is told by the printer’s own past once it has one, holds the point, and is never before now', () => {
    const past = fc.record({
      count: fc.integer({ min: 0, max: 20 }),
      low: fc.option(fc.double({ min: 0.01, max: 5, noNaN: true })),
      high: fc.option(fc.double({ min: 0.01, max: 5, noNaN: true })),
    });
    fc.assert(
      fc.property(past, fc.integer({ min: 0, max: 72 * 60 }), (record, minutesLeft) => {
        const end = noon + minutesLeft * minute;
        const error = timeErrorOf(record);
        const { earliest, latest } = runningEndRange(end, { now: noon, error });
        expect(earliest).toBeLessThanOrEqual(end);
        expect(latest).toBeGreaterThanOrEqual(end);
        expect(earliest).toBeGreaterThanOrEqual(noon);
        const fixed = runningEndRange(end, { now: noon, error: slicersTimeError });
        // Wider or narrower at the late end than without a past, just as the printer's own record is.
        const wider = Math.sign(error.late - slicersTimeError.late);
        expect(wider * (latest - fixed.latest)).toBeGreaterThanOrEqual(0);
        expect(record.count < 5 && error !== slicersTimeError).toBe(false);
      }),
    );
  });
});
