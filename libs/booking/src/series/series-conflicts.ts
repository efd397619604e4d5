import { Problem, type BrokenRule } from '#libs/platform';
import { isoRange } from '../calendar/iso-range.js';
import type { PlannedDate } from './series-planner.js';

/** The refusal of a series: every broken rule with the date that breaks it. */
export function seriesConflicts(planned: readonly PlannedDate[]): Problem {
  const broken = planned.filter((date) => date.broken.length > 0);
  const reasons = broken.flatMap((date): BrokenRule[] =>
    date.broken.map((rule) => ({ ...rule, params: { ...rule.params, startsAt: isoRange(date.time).startsAt } })),
  );
  return new Problem('series.conflicts', { params: { conflicts: broken.length }, reasons });
}
