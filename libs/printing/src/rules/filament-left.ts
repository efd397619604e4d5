import type { PlanJob, PlanPrinter } from './plan-input.js';

/** Below this, what is missing is rounding. */
const toleranceGrams = 0.005;

/** What a print takes from the places that hold too little for it, and what they hold. */
export interface Shortage {
  readonly needGrams: number;
  readonly leftGrams: number;
}

/** What is left on a printer's spools while a plan promises it away. Of a place without a spool nothing is known. */
export class FilamentLeft {
  private readonly grams: Map<number, number>;

  constructor({ spools = [] }: Pick<PlanPrinter, 'spools'>) {
    this.grams = new Map(spools.map(({ tool, grams }) => [tool, grams]));
  }

  /** Whether every spool that the job takes from holds enough. */
  suffices(job: Pick<PlanJob, 'gramsByTool'>): boolean {
    return this.shortageFor(job) === null;
  }

  /** @returns null when every spool that the job takes from holds enough */
  shortageFor({ gramsByTool = [] }: Pick<PlanJob, 'gramsByTool'>): Shortage | null {
    const short = [...gramsByTool.entries()].flatMap(([tool, need]) => {
      const left = this.grams.get(tool) ?? Infinity;
      return need > left + toleranceGrams ? [{ need, left: Math.max(0, left) }] : [];
    });
    if (short.length === 0) return null;
    const sum = (pick: (place: (typeof short)[number]) => number) => short.reduce((all, one) => all + pick(one), 0);
    return { needGrams: sum(({ need }) => need), leftGrams: sum(({ left }) => left) };
  }

  promise({ gramsByTool = [] }: Pick<PlanJob, 'gramsByTool'>): void {
    for (const [tool, need] of gramsByTool.entries()) {
      const left = this.grams.get(tool);
      if (left !== undefined) this.grams.set(tool, left - need);
    }
  }
}
