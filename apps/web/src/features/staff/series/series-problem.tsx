import { ApiProblem } from '../../../shared/api/problem.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';

/** A refusal; which dates stand in the way is said beside them. */
export function SeriesProblem({ error, timeZone }: { error: Error; timeZone: string }) {
  if (error instanceof ApiProblem && error.problem.code === 'series.conflicts')
    return <Notice tone="error" title={error.problem.detail} />;
  return <ProblemNotice error={error} timeZone={timeZone} />;
}
