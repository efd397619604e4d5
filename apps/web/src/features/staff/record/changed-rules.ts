import { ruleInputs, type RuleField } from '../policies/rule-fields.js';

const fields = Object.keys(ruleInputs) as RuleField[];

/** Which booking rules an entry says were changed, in the order in which they are set. */
export function changedRules({ before, after }: Record<string, unknown>): RuleField[] {
  if (!isLayer(before) || !isLayer(after)) return [];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

function isLayer(value: unknown): value is Partial<Record<RuleField, unknown>> {
  return typeof value === 'object' && value !== null;
}
