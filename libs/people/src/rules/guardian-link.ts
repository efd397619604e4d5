/** What a row says about a guardian's consent; `replaced` when a newer question took its place. */
export type GuardianStatus = 'asked' | 'consented' | 'refused' | 'withdrawn' | 'replaced';

interface FoundLink {
  readonly status: GuardianStatus;
  /** Whether it is the link for withdrawing, which came after the answer. */
  readonly isWithdrawal: boolean;
  /** Null on paper. */
  readonly expiresAt: Date | null;
}

/** How long a guardian has to answer. */
export const answerDays = 14;

/**
 * Whether a link may still be used: for answering once and in time, for withdrawing as long as the consent stands.
 * @param now the present instant
 */
export function stateOfLink({ status, isWithdrawal, expiresAt }: FoundLink, now: Date): 'open' | 'used' | 'expired' {
  if (isWithdrawal) return status === 'consented' ? 'open' : 'used';
  if (status === 'replaced') return 'expired';
  if (status !== 'asked') return 'used';
  return expiresAt !== null && expiresAt > now ? 'open' : 'expired';
}
