import type { PlanJob, PlanPrinter } from './plan-input.js';

/** Below this, what is missing is rounding. */
const toleranceGrams = 0.005;

/** What is left on a printer's spools while a plan promises it away. Of a place without a spool nothing is known. */
export class FilamentLeft {
  private readonly grams: Map<number, number>;

  constructor({ spools = [] }: Pick<PlanPrinter, 'spools'>) {
    this.grams = new Map(spools.map(({ tool, grams }) => [tool, grams]));
  }

  /** Whether every spool that the job takes from holds enough. */
  suffices({ gramsByTool = [] }: Pick<PlanJob, 'gramsByTool'>): boolean {
    if (this.grams.size === 0) return true;
    return gramsByTool.every((need, tool) => need <= (this.grams.get(tool) ?? Infinity) + toleranceGrams);
  }

  promise({ gramsByTool = [] }: Pick<PlanJob, 'gramsByTool'>): void {
    for (const [tool, need] of gramsByTool.entries()) {
      const left = this.grams.get(tool);
      if (left !== undefined) this.grams.set(tool, left - need);
    }
  }
}
