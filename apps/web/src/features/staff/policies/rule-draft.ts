import type { Policy, PolicyChange } from '#libs/contracts';
import { readNumber } from '../numbers/read-number.js';
import { isOwn, type PolicyLevel } from './policy-levels.js';
import { mostReminders, ruleInputs, type RuleField } from './rule-fields.js';

/** One rule while somebody changes it. */
export interface RuleDraft {
  /** Follow the levels above, say that there is no such rule, or have an own value. */
  source: 'inherited' | 'none' | 'own';
  /** A number or the name of an induction, as it is typed. */
  text: string;
  reminders: readonly number[];
}

/** What a field begins with where there is no such rule. */
const usual: Partial<Record<RuleField, number>> = { quotaMinutesPerWeek: 480, approvalOverMinutes: 240, minAge: 13 };

/** A rule as it is: the field begins with what holds, or with something usual. */
export function draftOf(level: PolicyLevel, field: RuleField): RuleDraft {
  const shown = level.layer.policy[field];
  const own = isOwn(level, field);
  return {
    source: !own ? 'inherited' : shown === null ? 'none' : 'own',
    text: Array.isArray(shown) ? '' : String(shown ?? usual[field] ?? ''),
    reminders: Array.isArray(shown) ? shown : [],
  };
}

/** @returns undefined while what was typed is no value of this rule */
export function changeOf(field: RuleField, draft: RuleDraft): PolicyChange | undefined {
  if (draft.source === 'inherited') return { [field]: null };
  if (draft.source === 'none') return { [field]: 'none' };
  const value = valueOf(field, draft);
  return value === undefined ? undefined : { [field]: value };
}

/** The own value that a draft stands for; undefined while it is none. */
export function valueOf(field: RuleField, { text, reminders }: RuleDraft): Policy[RuleField] | undefined {
  const input = ruleInputs[field];
  switch (input.kind) {
    case 'number':
      return readNumber(text, input);
    case 'grid':
      return Number(text);
    case 'induction':
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text.trim()) ? text.trim() : undefined;
    case 'reminders':
      return reminders.length > mostReminders ? undefined : reminders.toSorted((a, b) => b - a);
  }
}
