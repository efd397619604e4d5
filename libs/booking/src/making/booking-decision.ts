import type { BrokenRule } from '#libs/platform';
import { bookingFactsOf, busyOf, type BookingOption, type BusyTimes, type SharedFacts } from './booking-option.js';
import type { BookingWish } from './booking-wish.js';
import { chooseUnits } from '../rules/choose-unit.js';
import { decideBooking, isTaken } from '../rules/decide-booking.js';
import { contains } from '../rules/interval.js';
import type { PersonFacts } from '../rules/person-rules.js';
import { withBuffers } from '../rules/policy.js';

/** What is known when a wish is decided. */
export interface DecisionFacts {
  readonly shared: SharedFacts;
  readonly busy: BusyTimes;
  readonly person: PersonFacts;
}

export interface Decision {
  /** Ways that break no rule, the best one first. */
  readonly allowed: readonly BookingOption[];
  /** Why there is none; empty when there is one. */
  readonly broken: readonly BrokenRule[];
}

/** Decides which of a wish's options may be booked, and in which order they are tried. */
export function decideWish(wish: BookingWish, facts: DecisionFacts): Decision {
  const verdicts = wish.options.map((option) => ({ option, broken: brokenRules(wish, option, facts) }));
  const allowed = verdicts.filter(({ broken }) => broken.length === 0).map(({ option }) => option);
  if (allowed.length > 0) return { allowed: inOrderOfChoice(wish, allowed, facts), broken: [] };
  const nearest = verdicts.toSorted((a, b) => severity(a.broken) - severity(b.broken))[0];
  return { allowed: [], broken: nearest?.broken ?? [{ code: 'booking.not_bookable', params: {} }] };
}

function brokenRules(wish: BookingWish, option: BookingOption, facts: DecisionFacts): BrokenRule[] {
  return decideBooking(wish.time, bookingFactsOf(option, facts));
}

/** A pool explains itself by the unit that came nearest: a taken one says more than a broken one. */
function severity(broken: readonly BrokenRule[]): number {
  return broken.length + (isTaken(broken) ? 0 : 0.5);
}

function inOrderOfChoice(wish: BookingWish, options: readonly BookingOption[], facts: DecisionFacts): BookingOption[] {
  const open = facts.shared.opening.find((period) => contains(period, wish.time)) ?? wish.time;
  const units = options.map((option) => ({ option, busy: busyOf(option, facts.busy) }));
  const policy = options[0]?.policy;
  const wanted = policy === undefined ? wish.time : withBuffers(wish.time, policy);
  return chooseUnits(units, wanted, open).map(({ option }) => option);
}
