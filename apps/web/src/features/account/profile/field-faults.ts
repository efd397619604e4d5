import { ApiProblem } from '../../../shared/api/problem.js';
import type { Translate } from '../../../shared/i18n/use-t.js';

/**
 * What is wrong with which field that the API did not take, by the field's name, in the reader's language.
 * @returns nothing when something else went wrong
 */
export function fieldFaults(error: Error | null, t: Translate): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  const names = (error.problem.errors ?? []).map(({ path }) => path);
  return Object.fromEntries(
    names.map((name) => [name, t(name === 'phone' ? 'profile.phoneInvalid' : 'profile.fieldInvalid')]),
  );
}
