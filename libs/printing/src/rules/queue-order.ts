import type { PlanJob } from './plan-input.js';

/**
 * The order in which jobs get their turn: what staff put first; then each person's first job, each person's second
 * job and so on, with prints that run now counted as turns already had; within a turn, whoever has waited longest.
 */
export function orderQueue(jobs: readonly PlanJob[], activeByPerson: ReadonlyMap<string, number>): PlanJob[] {
  const turns = new Map(activeByPerson);
  const withTurn = jobs.toSorted(byUrgency).map((job) => {
    const turn = turns.get(job.personId) ?? 0;
    turns.set(job.personId, turn + 1);
    return { job, turn };
  });
  return withTurn
    .toSorted((a, b) => priorityOf(b.job) - priorityOf(a.job) || a.turn - b.turn || byUrgency(a.job, b.job))
    .map(({ job }) => job);
}

const priorityOf = (job: PlanJob) => job.priority ?? 0;

function byUrgency(a: PlanJob, b: PlanJob): number {
  return priorityOf(b) - priorityOf(a) || a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
