import type { QueueEnd } from '#libs/contracts';

/** The lowest and the highest priority of what waits; both 0 when nothing has been moved. */
export interface PrioritySpan {
  readonly lowest: number;
  readonly highest: number;
}

/** A print that waits like everybody's. */
export const ownTurn = { queuePriority: 0, queuePriorityReason: null } as const;

/** Before everything else that waits, or behind it: what is moved last goes furthest. */
export function priorityAt(end: QueueEnd, { lowest, highest }: PrioritySpan): number {
  return end === 'first' ? Math.max(0, highest) + 1 : Math.min(0, lowest) - 1;
}

/** Where staff have moved a print of that priority; null when they have not. */
export function queueEndOf(priority: number): QueueEnd | null {
  if (priority === 0) return null;
  return priority > 0 ? 'first' : 'last';
}
