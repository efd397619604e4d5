import type { ChangeApprovalRule, Finding } from '#libs/contracts';

/** What an approval without a person is decided by. */
export interface ApprovalFacts {
  readonly findings: readonly Pick<Finding, 'code'>[];
  /** Null when the file does not say. */
  readonly seconds: number | null;
  readonly grams: number | null;
  readonly donePrints: number;
  readonly holdsInduction: boolean;
}

/** Why somebody has to look all the same. */
export type ApprovalDoubt = 'off' | 'findings' | 'time' | 'grams' | 'newcomer' | 'induction';

/**
 * Whether a print may be approved by the hub's rule alone. What a file does not state is taken for too much, and any
 * finding, be it a warning, is for a person to judge.
 * @returns every doubt; none when it may
 */
export function doubtsAbout(rule: ChangeApprovalRule, facts: ApprovalFacts): ApprovalDoubt[] {
  const doubts: readonly (readonly [ApprovalDoubt, boolean])[] = [
    ['off', !rule.isEnabled],
    ['findings', facts.findings.length > 0],
    ['time', facts.seconds === null || facts.seconds > rule.maxMinutes * 60],
    ['grams', facts.grams === null || facts.grams > rule.maxGrams],
    ['newcomer', facts.donePrints < rule.minDonePrints],
    ['induction', rule.induction !== null && !facts.holdsInduction],
  ];
  return doubts.flatMap(([doubt, isThere]) => (isThere ? [doubt] : []));
}
