import { planPrints } from '../../dist/libs/printing/src/rules/plan-prints.js';
import { percentile, round } from './statistics.mjs';

const jobCount = 2000;
const printerCount = 100;
const rounds = 10;
const hourMs = 3_600_000;
const now = Date.UTC(2026, 11, 1, 10);

/** A whole town's queue planned at once: every job gets a printer, a time and a reason. */
export default async function planner(say) {
  const input = anInput();
  const times = [];
  for (let n = 0; n < rounds; n += 1) {
    const startedAt = performance.now();
    const { entries } = planPrints(input);
    times.push(performance.now() - startedAt);
    if (entries.length !== jobCount) throw new Error(`${entries.length} jobs were planned`);
  }
  const ms = round(percentile(times, 0.5));
  say(`${jobCount} jobs on ${printerCount} printers: median ${ms} ms of ${rounds} plans`);
  return { jobs: jobCount, printers: printerCount, ms };
}

/** Jobs of one to six hours by 500 people; every third printer has a booking tomorrow, every fifth is printing. */
function anInput() {
  return {
    now,
    printers: Array.from({ length: printerCount }, (_, n) => aPrinter(n)),
    jobs: Array.from({ length: jobCount }, (_, n) => aJob(n)),
    openPeriods: Array.from({ length: 14 }, (_, day) => {
      const start = now - 2 * hourMs + day * 24 * hourMs;
      return { start, end: start + 11 * hourMs };
    }),
    limits: { maxActivePerPerson: 2, clearingMinutes: 10 },
    activeByPerson: new Map(),
  };
}

function aPrinter(n) {
  const tomorrow = now + 24 * hourMs;
  return {
    id: `printer-${n}`,
    state: n % 5 === 0 ? 'printing' : 'idle',
    plate: 'clear',
    outOfOrder: false,
    model: 'Virtual One',
    bed: { x: 250, y: 210, z: 210 },
    bedOrigin: 'corner',
    nozzleDiameterMillimetres: 0.4,
    loadedMaterial: n % 4 === 0 ? 'PETG' : 'PLA',
    unattendedAllowed: n % 2 === 0,
    busyUntil: n % 5 === 0 ? now + hourMs : null,
    allocations: n % 3 === 0 ? [{ start: tomorrow, end: tomorrow + 2 * hourMs }] : [],
  };
}

function aJob(n) {
  return {
    id: `job-${n}`,
    personId: `person-${n % 500}`,
    queuedAt: now - n * 1000,
    durationMs: (1 + (n % 6)) * hourMs,
    material: n % 4 === 0 ? 'PETG' : 'PLA',
    boundingBox: null,
    nozzleDiameterMillimetres: 0.4,
    printerModel: null,
    preferredPrinterId: null,
  };
}
