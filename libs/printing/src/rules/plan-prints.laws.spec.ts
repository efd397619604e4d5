import { printerStates } from '#libs/contracts';
import fc from 'fast-check';
import { aPlanJob, aPlanPrinter, hour, minute, noon } from '../../../../test/fixtures/plan-builders.js';
import { FilamentLeft } from './filament-left.js';
import { mismatchOf } from './match-printer.js';
import { OpenHours } from './open-hours.js';
import type { Period, PlanInput, PlanJob, PlanPrinter } from './plan-input.js';
import { planPrints, type PlanEntry } from './plan-prints.js';

const clearingMs = 10 * minute;
const day = 24 * hour;
/** Two weeks of eight hours a day: more than the longest queue generated here can fill. */
const openPeriods = Array.from({ length: 14 }, (_, index) => ({
  start: noon - 2 * hour + index * day,
  end: noon + 6 * hour + index * day,
}));

const openHours = new OpenHours(openPeriods);

const minutes = (min: number, max: number) => fc.integer({ min, max }).map((value) => value * minute);

const allocations: fc.Arbitrary<Period[]> = fc
  .array(fc.tuple(minutes(-120, 4000), minutes(15, 300)), { maxLength: 5 })
  .map((drafts) => drafts.map(([from, length]) => ({ start: noon + from, end: noon + from + length })))
  .map((periods) => periods.toSorted((a, b) => a.start - b.start));

const printer: fc.Arbitrary<Omit<PlanPrinter, 'id'>> = fc.record({
  state: fc.oneof(fc.constant('idle' as const), fc.constantFrom(...printerStates)),
  plate: fc.constantFrom('clear', 'clear', 'awaiting_clear'),
  outOfOrder: fc.constantFrom(false, false, true),
  model: fc.constant('Virtual One'),
  bed: fc.constant({ x: 250, y: 210, z: 210 }),
  bedOrigin: fc.constant('corner'),
  nozzleDiameterMillimetres: fc.constantFrom(null, 0.4, 0.6),
  loadedMaterial: fc.constantFrom(null, 'PLA', 'PETG'),
  isUnloaded: fc.constantFrom(false, false, false, true),
  spools: fc.uniqueArray(fc.record({ tool: fc.constantFrom(0, 1), grams: fc.integer({ min: -20, max: 400 }) }), {
    selector: ({ tool }) => tool,
  }),
  unattendedAllowed: fc.boolean(),
  busyUntil: fc.option(minutes(-60, 600).map((from) => noon + from)),
  allocations,
});

const job: fc.Arbitrary<Omit<PlanJob, 'id'>> = fc.record({
  personId: fc.constantFrom('ann', 'bo', 'cy', 'dee'),
  queuedAt: minutes(-3000, 0).map((from) => noon + from),
  durationMs: minutes(5, 420),
  material: fc.constantFrom(null, 'PLA', 'PETG'),
  gramsByTool: fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 2 }),
  boundingBox: fc.constant(null),
  nozzleDiameterMillimetres: fc.constantFrom(null, 0.4, 0.6),
  printerModel: fc.constantFrom(null, 'Virtual One'),
  preferredPrinterId: fc.constantFrom(null, null, 'printer-0', 'printer-1'),
  priority: fc.constantFrom(0, 0, 0, 1, 2, -1),
});

const input: fc.Arbitrary<PlanInput> = fc
  .record({
    printers: fc.array(printer, { maxLength: 4 }),
    jobs: fc.array(job, { maxLength: 12 }),
    running: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ printers, jobs, running }) => ({
    now: noon,
    printers: printers.map((draft, index) => aPlanPrinter({ ...draft, id: `printer-${index}` })),
    jobs: jobs.map((draft, index) => aPlanJob({ ...draft, id: `job-${index}` })),
    openPeriods,
    limits: { maxActivePerPerson: 2, clearingMinutes: 10 },
    activeByPerson: new Map([['ann', running]]),
  }));

interface Planned extends PlanEntry {
  readonly printerId: string;
  readonly estimatedStart: number;
  readonly estimatedEnd: number;
}

const plannedOf = (entries: readonly PlanEntry[]): Planned[] =>
  entries.filter((entry): entry is Planned => entry.printerId !== null && entry.estimatedStart !== null);

const printerOf = (all: PlanInput, id: string): PlanPrinter => {
  const found = all.printers.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`planned on ${id}, which is not there`);
  return found;
};

const isReady = (candidate: PlanPrinter) =>
  candidate.state === 'idle' && candidate.plate === 'clear' && !candidate.outOfOrder && candidate.busyUntil === null;

const isHealthy = (candidate: PlanPrinter) =>
  !candidate.outOfOrder && !['offline', 'error', 'unknown'].includes(candidate.state);

/** Holds for every plan that can be generated. */
const law = (check: (all: PlanInput) => void) => fc.assert(fc.property(input, check), { numRuns: 300 });

describe('every plan', () => {
  it('has each job once, in order, with one reason', () => {
    law((all) => {
      const { entries } = planPrints(all);
      expect(entries.map(({ jobId }) => jobId).toSorted()).toEqual(all.jobs.map(({ id }) => id).toSorted());
      expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index + 1));
    });
  });

  it('is the same for the same input, in whatever order the jobs are named', () => {
    law((all) => {
      const plan = planPrints(all);
      expect(planPrints(structuredClone(all))).toEqual(plan);
      expect(planPrints({ ...all, jobs: all.jobs.toReversed() })).toEqual(plan);
    });
  });

  it('has before all others what staff put first, and behind them what staff put last', () => {
    law((all) => {
      const priority = new Map(all.jobs.map((each) => [each.id, each.priority ?? 0]));
      const inOrder = planPrints(all).entries.map(({ jobId }) => priority.get(jobId) ?? 0);
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
    });
  });

  it('never has two prints on a printer at once, nor one before the plate is cleared', () => {
    law((all) => {
      const planned = plannedOf(planPrints(all).entries);
      for (const a of planned) {
        for (const b of planned) {
          if (a === b || a.printerId !== b.printerId || b.estimatedStart < a.estimatedStart) continue;
          expect(b.estimatedStart).toBeGreaterThanOrEqual(openHours.clearedAt(a.estimatedEnd, clearingMs));
        }
      }
    });
  });

  it('never promises more filament than is on the spools', () => {
    law((all) => {
      const planned = plannedOf(planPrints(all).entries);
      const overdrawn = all.printers.flatMap(({ id, spools = [] }) => {
        const here = planned.filter(({ printerId }) => printerId === id);
        const needs = here.map(({ jobId }) => all.jobs.find((each) => each.id === jobId)?.gramsByTool ?? []);
        const promised = (tool: number) => needs.reduce((sum, need) => sum + (need[tool] ?? 0), 0);
        return spools.filter(({ tool, grams }) => promised(tool) > Math.max(0, grams));
      });
      expect(overdrawn).toEqual([]);
    });
  });

  it('starts nothing where the filament was taken out', () => {
    law((all) => {
      const used = plannedOf(planPrints(all).entries).map(({ printerId }) => printerOf(all, printerId));
      expect(used.filter(({ isUnloaded }) => isUnloaded)).toEqual([]);
    });
  });

  it('never overlaps what occupies the printer, clearing included', () => {
    law((all) => {
      for (const entry of plannedOf(planPrints(all).entries)) {
        for (const { start, end } of printerOf(all, entry.printerId).allocations) {
          expect(entry.estimatedStart < end && start < entry.estimatedEnd + clearingMs).toBe(false);
        }
      }
    });
  });

  it('keeps a printer that must not run unattended within open hours', () => {
    law((all) => {
      for (const { printerId, estimatedStart, estimatedEnd } of plannedOf(planPrints(all).entries)) {
        if (printerOf(all, printerId).unattendedAllowed) continue;
        expect(openPeriods.some(({ start, end }) => start <= estimatedStart && estimatedEnd <= end)).toBe(true);
      }
    });
  });

  it('starts only on ready printers, one on each, and only what is planned for now', () => {
    law((all) => {
      const { starts, entries } = planPrints(all);
      expect(new Set(starts.map(({ printerId }) => printerId)).size).toBe(starts.length);
      for (const { jobId, printerId } of starts) {
        expect(isReady(printerOf(all, printerId))).toBe(true);
        expect(entries.find((entry) => entry.jobId === jobId)).toMatchObject({ estimatedStart: noon, printerId });
      }
    });
  });

  it('plans only on printers that can make the job', () => {
    law((all) => {
      const jobs = new Map(all.jobs.map((each) => [each.id, each]));
      for (const { jobId, printerId } of plannedOf(planPrints(all).entries)) {
        expect(mismatchOf(jobs.get(jobId) ?? aPlanJob(), printerOf(all, printerId))).toBeNull();
      }
    });
  });

  it('never lets a person have more prints running than may', () => {
    law((all) => {
      const people = new Map(all.jobs.map(({ id, personId }) => [id, personId]));
      const planned = plannedOf(planPrints(all).entries).filter(({ jobId }) => people.get(jobId) !== 'ann');
      for (const { jobId, estimatedStart } of planned) {
        const beside = planned.filter(
          (other) =>
            people.get(other.jobId) === people.get(jobId) &&
            other.estimatedStart <= estimatedStart &&
            other.estimatedEnd > estimatedStart,
        );
        expect(beside.length).toBeLessThanOrEqual(2);
      }
    });
  });

  it('starts nothing for a person who has as many running as may', () => {
    law((all) => {
      const people = new Map(all.jobs.map(({ id, personId }) => [id, personId]));
      const started = planPrints(all).starts.filter(({ jobId }) => people.get(jobId) === 'ann').length;
      expect(started).toBeLessThanOrEqual(Math.max(0, 2 - (all.activeByPerson.get('ann') ?? 0)));
    });
  });

  it('starves nobody: a job that a healthy printer can make, with the filament it has left, has a time', () => {
    law((all) => {
      const left = new Map(all.printers.map((one) => [one.id, new FilamentLeft(one)]));
      const jobs = new Map(all.jobs.map((each) => [each.id, each]));
      for (const { jobId, printerId, estimatedStart } of planPrints(all).entries) {
        const each = jobs.get(jobId)!; // Every entry is of a job.
        const isPossible = all.printers.some(
          (one) => isHealthy(one) && mismatchOf(each, one) === null && left.get(one.id)?.suffices(each),
        );
        expect(estimatedStart !== null).toBe(isPossible);
        left.get(printerId ?? '')?.promise(each);
      }
    });
  });
});
