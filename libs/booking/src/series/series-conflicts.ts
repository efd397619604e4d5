import { Problem, type BrokenRule } from '#libs/platform';
import { isoRange } from '../calendar/iso-range.js';
import type { Interval } from '../rules/interval.js';

/** A date with the rules that it breaks. */
interface DecidedDate {
  readonly time: Interval;
  readonly broken: readonly BrokenRule[];
}

/** The refusal of a series: every broken rule with the date that breaks it. */
export function seriesConflicts(planned: readonly DecidedDate[]): Problem {
  const broken = planned.filter((date) => date.broken.length > 0);
  const reasons = broken.flatMap((date): BrokenRule[] =>
    date.broken.map((rule) => ({ ...rule, params: { ...rule.params, startsAt: isoRange(date.time).startsAt } })),
  );
  return new Problem('series.conflicts', { params: { conflicts: broken.length }, reasons });
}
