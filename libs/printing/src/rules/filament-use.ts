import type { UseSource } from '#libs/contracts';
import type { EndedAttempt } from './fold-observation.js';

/** Whose fault a failure may be for it to count against the person; all others are the hub's. */
const ownFaults: readonly (string | null)[] = ['file', 'person'];

/** How an attempt ended. */
export interface AttemptEnd {
  readonly to: EndedAttempt;
  /** Who or what failed. */
  readonly cause: string | null;
  /** 0–1, the farthest that was seen; null when nothing was. */
  readonly progress: number | null;
  /** As the printer counted; absent when it did not. */
  readonly filamentMillimetres?: number | undefined;
}

/** How much of the planned filament an attempt took: all of it, or as far as it was seen to get. */
export function usedShare({ to, progress }: AttemptEnd): { share: number; source: UseSource } {
  if (to === 'completed') return { share: 1, source: 'file' };
  return { share: Math.min(1, Math.max(0, progress ?? 0)), source: 'progress' };
}

/** Whether it counts towards the person's allowance: what a machine, the power or the material spoiled does not. */
export function countsForPerson({ to, cause }: AttemptEnd): boolean {
  return to !== 'failed' || ownFaults.includes(cause);
}
