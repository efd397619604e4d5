import type { OpenHours } from './open-hours.js';
import type { PersonPrints } from './person-prints.js';
import type { PlanPrinter } from './plan-input.js';
import { availabilityOf, type Readiness, type ReadyContext } from './printer-readiness.js';

/** What keeps a print from starting any earlier than it is planned to. */
export type Obstacle = 'printer' | 'allocation' | 'planned_print' | 'open_hours' | 'person_limit';

interface Occupied {
  readonly start: number;
  readonly end: number;
  readonly kind: 'allocation' | 'planned_print';
}

/** The earliest place for a print on a printer; `start` null when there is none in the time that is known. */
export interface Slot {
  readonly start: number | null;
  /** The last thing that moved it; null when it may start now. */
  readonly obstacle: Obstacle | null;
}

/** One printer's future: what occupies it, what is planned on it, and where there is room. */
export class PrinterTimeline {
  readonly readiness: Readiness;
  /** Before this nothing fits, not even the shortest job. */
  from: number;
  /** What stands before `from`; null when that is now. */
  private fromObstacle: Obstacle | null;
  private readonly openHours: OpenHours;
  private readonly clearingMs: number;
  /** After `from`, sorted by start. */
  private readonly occupied: Occupied[];

  /** @param shortestMs duration of the shortest job there is */
  constructor(
    readonly printer: PlanPrinter,
    context: ReadyContext,
    private readonly shortestMs: number,
  ) {
    const { readiness, from, allocations } = availabilityOf(printer, context);
    this.readiness = readiness;
    this.from = from;
    this.fromObstacle = readiness === 'ready' ? null : 'printer';
    this.openHours = context.openHours;
    this.clearingMs = context.clearingMs;
    this.occupied = allocations
      .map(({ start, end }) => ({ start, end, kind: 'allocation' as const }))
      .toSorted((a, b) => a.start - b.start);
    this.skipFullStretch();
  }

  /**
   * The earliest gap that holds the print and its clearing, within open hours and the person's limit.
   * @param latest the search is given up beyond this, another printer being earlier
   */
  findSlot(durationMs: number, person: PersonPrints, latest: number): Slot {
    let start = this.from;
    let obstacle = this.fromObstacle;
    let index = 0;
    while (start <= latest) {
      // What is over by `start` is over for good, so the walk never begins anew.
      for (let next = this.occupied[index]; next !== undefined; next = this.occupied[++index]) {
        if (next.end <= start) continue;
        if (next.start >= start + durationMs + this.clearingMs) break;
        start = next.end;
        obstacle = next.kind;
      }
      const supervised = this.printer.unattendedAllowed ? start : this.openHours.earliestFit(start, durationMs);
      if (supervised === null) return { start: null, obstacle: 'open_hours' };
      const allowed = person.earliest(supervised, durationMs);
      const cleared = allowed > start ? allowed : this.whenPlateIsClear(start, durationMs, index);
      if (cleared === start) return { start, obstacle };
      obstacle = allowed > supervised ? 'person_limit' : supervised > start ? 'open_hours' : 'planned_print';
      start = cleared;
    }
    return { start: null, obstacle };
  }

  /** Keeps the printer from the print's start until its plate is empty again. */
  plan(start: number, durationMs: number): void {
    const end = this.openHours.clearedAt(start + durationMs, this.clearingMs);
    let index = this.occupied.length;
    while (index > 0 && (this.occupied[index - 1]?.start ?? 0) > start) index--;
    this.occupied.splice(index, 0, { start, end, kind: 'planned_print' });
    this.skipFullStretch();
  }

  /** Nothing is ever looked for in a stretch that has no room left: with a long queue that is most of the time. */
  private skipFullStretch(): void {
    for (let first = this.occupied[0]; first !== undefined; first = this.occupied[0]) {
      if (first.start >= this.from + this.shortestMs + this.clearingMs) return;
      if (first.end > this.from) [this.from, this.fromObstacle] = [first.end, first.kind];
      this.occupied.shift();
    }
  }

  /**
   * A print that leaves its part on the plate overnight must not be followed by one planned for the night: then it
   * comes after that one.
   * @returns `start`, or the end of the planned print that is in the way
   */
  private whenPlateIsClear(start: number, durationMs: number, from: number): number {
    const cleared = this.openHours.clearedAt(start + durationMs, this.clearingMs);
    for (let index = from; index < this.occupied.length; index++) {
      const next = this.occupied[index];
      if (next === undefined || next.start >= cleared) return start;
      if (next.kind === 'planned_print') return next.end;
    }
    return start;
  }
}
