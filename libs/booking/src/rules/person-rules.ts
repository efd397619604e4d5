import type { Policy, ProblemCode } from '#libs/contracts';
import type { BrokenRule, ProblemParams } from '#libs/platform';
import type { Interval } from './interval.js';
import { wallDate, weekOf } from './wall-calendar.js';
import type { OffsetAt } from './zone-time.js';

/** What is known about somebody who wants to book. */
export interface PersonFacts {
  /** Open bookings of the same hub and category. */
  readonly activeCount: number;
  /** Bookings of the same hub and category that use up the week's quota, around the wished time. */
  readonly counted: readonly Interval[];
  /** Inductions held in the hub: until when, epoch milliseconds, or null for good. */
  readonly inductions: ReadonlyMap<string, number | null>;
  /** `YYYY-MM-DD`; null when it is not known, which stands for grown up. */
  readonly birthDate: string | null;
  readonly hasGuardianConsent: boolean;
  /** The rule that is broken by whatever somebody wants who is blocked now. */
  readonly blocked: BrokenRule | null;
}

/** Somebody whom no rule about people stops; for questions in which nobody in particular asks. */
export const anybody: PersonFacts = {
  activeCount: 0,
  counted: [],
  inductions: new Map(),
  birthDate: null,
  hasGuardianConsent: true,
  blocked: null,
};

/** What the rules about a person look at. */
export interface PersonRuleFacts {
  readonly policy: Policy;
  readonly person: PersonFacts;
  /** Every induction that is asked for. */
  readonly inductionKinds: readonly string[];
  readonly offsetAt: OffsetAt;
}

/** Names every rule about the person, not the time, that a booking of `[start, end)` would break. */
export function brokenByPerson(time: Interval, facts: PersonRuleFacts): BrokenRule[] {
  const { policy, person } = facts;
  const isFull = person.activeCount >= policy.maxActivePerPerson;
  return [
    ...(person.blocked === null ? [] : [person.blocked]),
    ...(isFull ? [rule('booking.too_many_active', { maxActive: policy.maxActivePerPerson })] : []),
    ...brokenQuota(time, facts),
    ...missingInductions(time, facts).map((kind) => rule('booking.induction_required', { kind })),
    ...brokenAge(time, facts),
  ];
}

function brokenQuota(time: Interval, { policy, person, offsetAt }: PersonRuleFacts): BrokenRule[] {
  const quota = policy.quotaMinutesPerWeek;
  if (quota === null) return [];
  const week = weekOf(time.start, offsetAt);
  const sameWeek = person.counted.filter((counted) => weekOf(counted.start, offsetAt) === week);
  const usedMinutes = sameWeek.map(minutesOf).reduce((sum, minutes) => sum + minutes, 0);
  if (usedMinutes + minutesOf(time) <= quota) return [];
  return [rule('booking.quota', { quotaHours: quota / 60, usedHours: usedMinutes / 60 })];
}

/** An induction must still hold when the booking begins. */
function missingInductions(time: Interval, { person, inductionKinds }: PersonRuleFacts): string[] {
  return inductionKinds.filter((kind) => {
    const until = person.inductions.get(kind);
    return until === undefined || (until !== null && until <= time.start);
  });
}

function brokenAge(time: Interval, { policy, person, offsetAt }: PersonRuleFacts): BrokenRule[] {
  const { minAge } = policy;
  if (minAge === null || person.birthDate === null || person.hasGuardianConsent) return [];
  const age = yearsBetween(person.birthDate, wallDate(time.start, offsetAt));
  return age < minAge ? [rule('booking.under_age', { minAge })] : [];
}

/** Whole years; who was born on 29 February is a year older on 1 March. */
function yearsBetween(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function minutesOf({ start, end }: Interval): number {
  return (end - start) / 60_000;
}

function rule(code: ProblemCode, params: ProblemParams): BrokenRule {
  return { code, params };
}
