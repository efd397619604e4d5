import type { QueueEnd } from '#libs/contracts';

/** The lowest and the highest priority of what waits or may wait again; both 0 when nothing of it has been moved. */
export interface PrioritySpan {
  readonly lowest: number;
  readonly highest: number;
}

/** Where a print stands in the queue, and why staff have put it there. */
export interface QueuePlace {
  readonly queuePriority: number;
  readonly queuePriorityReason: string | null;
}

/** A print that waits like everybody's. */
export const ownTurn: QueuePlace = { queuePriority: 0, queuePriorityReason: null };

/** Before everything else that waits, or behind it: what is moved last goes furthest. */
export function priorityAt(end: QueueEnd, { lowest, highest }: PrioritySpan): number {
  return end === 'first' ? Math.max(0, highest) + 1 : Math.min(0, lowest) - 1;
}

/** Where staff have moved a print of that priority; null when they have not. */
export function queueEndOf(priority: number): QueueEnd | null {
  if (priority === 0) return null;
  return priority > 0 ? 'first' : 'last';
}
