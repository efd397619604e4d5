import type { Locale, ProblemDocument, Reason } from '#libs/contracts';
import { problemTexts } from '../i18n/problem-texts.js';
import { formatMessage } from '../i18n/translate.js';
import type { BrokenRule, Problem } from './problem.js';

/**
 * Writes a refusal for the reader.
 * @param problem the refusal
 * @param context the reader's language, the address asked for, and the id under which the log has it
 * @returns an RFC 9457 document
 */
export function describeProblem(
  problem: Problem,
  context: { locale: Locale; instance: string; requestId: string },
): ProblemDocument {
  const { locale, instance, requestId } = context;
  const text = formatMessage(problemTexts[problem.code][locale], locale, { requestId, ...problem.params });
  const reasons = problem.reasons?.map((rule) => describeRule(rule, locale));
  return {
    type: `urn:digikeskus:problem:${problem.code}`,
    title: text,
    status: problem.status,
    detail: reasons === undefined ? text : reasons.map((reason) => reason.text).join(' '),
    instance,
    code: problem.code,
    requestId,
    ...(problem.errors && { errors: problem.errors }),
    ...(reasons && { reasons }),
    ...(problem.alternatives && { alternatives: [...problem.alternatives] }),
    ...(problem.bookings && { bookings: [...problem.bookings] }),
  };
}

/** Writes one broken rule in the reader's language. */
export function describeRule(rule: BrokenRule, locale: Locale): Reason {
  return { ...rule, text: formatMessage(problemTexts[rule.code][locale], locale, rule.params) };
}
