import type { Policy } from '#libs/contracts';

/** What somebody may have to do before anything can be booked at all. */
export type BookingNeed =
  | { kind: 'staff' }
  | { kind: 'induction'; name: string }
  /** Whole years without a guardian's consent. */
  | { kind: 'age'; years: number };

/** A rule to know when one books; numbers are minutes where nothing else is said. */
export type RuleFact =
  | { kind: 'length'; shortest: number; longest: number }
  | { kind: 'fixedLength'; length: number }
  | { kind: 'horizon'; days: number }
  | { kind: 'notice'; before: number }
  | { kind: 'active'; bookings: number }
  | { kind: 'quota'; perWeek: number }
  /** Bookings of more than that; 0 for every one. */
  | { kind: 'approval'; over: number }
  /** 0 until it begins. */
  | { kind: 'change'; before: number }
  | { kind: 'checkIn'; opensBefore: number; within: number };

/** What stands in the way of booking under a policy until something is done about it; who has done so is not known. */
export function bookingNeeds(policy: Policy): BookingNeed[] {
  if (isForStaffAlone(policy)) return [{ kind: 'staff' }];
  const { inductionKind, minAge } = policy;
  return [
    ...(inductionKind === null ? [] : [{ kind: 'induction', name: inductionKind } as const]),
    ...(minAge === null || minAge === 0 ? [] : [{ kind: 'age', years: minAge } as const]),
  ];
}

/** The rules of a policy in the order in which a booking meets them; those that limit nobody are left out. */
export function ruleFacts(policy: Policy): RuleFact[] {
  if (isForStaffAlone(policy)) return [];
  const { minNoticeMinutes, quotaMinutesPerWeek, approvalOverMinutes, maxDurationMinutes } = policy;
  const isQuotaKnown = quotaMinutesPerWeek !== null;
  const needsApproval = approvalOverMinutes !== null && approvalOverMinutes < maxDurationMinutes;
  return [
    lengthFact(policy),
    { kind: 'horizon', days: policy.horizonDays },
    ...(minNoticeMinutes === 0 ? [] : [{ kind: 'notice', before: minNoticeMinutes } as const]),
    { kind: 'active', bookings: policy.maxActivePerPerson },
    ...(isQuotaKnown ? [{ kind: 'quota', perWeek: quotaMinutesPerWeek } as const] : []),
    ...(needsApproval ? [{ kind: 'approval', over: approvalOverMinutes } as const] : []),
    { kind: 'change', before: policy.changeUntilMinutes },
    { kind: 'checkIn', opensBefore: policy.checkInOpensMinutes, within: policy.noShowAfterMinutes },
  ];
}

function lengthFact({ minDurationMinutes: shortest, maxDurationMinutes: longest }: Policy): RuleFact {
  return shortest === longest ? { kind: 'fixedLength', length: shortest } : { kind: 'length', shortest, longest };
}

/** No booking, or not even the shortest one, is within what a person may have. */
function isForStaffAlone({ maxActivePerPerson, quotaMinutesPerWeek, minDurationMinutes }: Policy): boolean {
  return maxActivePerPerson === 0 || (quotaMinutesPerWeek !== null && quotaMinutesPerWeek < minDurationMinutes);
}
