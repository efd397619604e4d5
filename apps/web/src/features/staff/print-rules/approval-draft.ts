import type { ApprovalRule } from '#libs/contracts';
import { readNumber } from '../numbers/read-number.js';

type NumberField = 'maxMinutes' | 'maxGrams' | 'minDonePrints';

/** A rule while somebody types: its numbers are what stands in the fields. */
export type ApprovalDraft = Omit<ApprovalRule, NumberField> & Record<NumberField, string>;

/** The API's own. */
export const approvalLimits = {
  maxMinutes: { min: 1, max: 10_000 },
  maxGrams: { min: 1, max: 10_000 },
  minDonePrints: { min: 0, max: 100 },
} as const;

export function draftOf(rule: ApprovalRule): ApprovalDraft {
  return {
    ...rule,
    maxMinutes: String(rule.maxMinutes),
    maxGrams: String(rule.maxGrams),
    minDonePrints: String(rule.minDonePrints),
  };
}

/** @returns undefined when one of the numbers cannot be read */
export function ruleOf(draft: ApprovalDraft): ApprovalRule | undefined {
  const maxMinutes = readNumber(draft.maxMinutes, approvalLimits.maxMinutes);
  const maxGrams = readNumber(draft.maxGrams, approvalLimits.maxGrams);
  const minDonePrints = readNumber(draft.minDonePrints, approvalLimits.minDonePrints);
  if (maxMinutes === undefined || maxGrams === undefined || minDonePrints === undefined) return undefined;
  return { ...draft, maxMinutes, maxGrams, minDonePrints };
}
