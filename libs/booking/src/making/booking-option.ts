import type { BusyKind, Policy } from '#libs/contracts';
import type { Place } from '../hub/place.js';
import type { ResourceEntity } from '../hub/resource.entity.js';
import type { BookingFacts } from '../rules/decide-booking.js';
import type { SlotFacts } from '../rules/free-slots.js';
import type { Interval } from '../rules/interval.js';
import type { PersonFacts } from '../rules/person-rules.js';
import { strictestPolicy } from '../rules/policy.js';

/** One way to fulfil a wish: concrete resources that would be taken together. */
export interface BookingOption {
  readonly targets: readonly ResourceEntity[];
  /** Everything that would be occupied, parts included, by id: the order in which rows are written. */
  readonly occupied: readonly { resourceId: string; isTarget: boolean }[];
  readonly policy: Policy;
  /** Every induction that one of the targets asks for. */
  readonly inductionKinds: readonly string[];
  readonly bookable: boolean;
  /** undefined when everything works, null when nobody knows when it will. */
  readonly outOfOrderUntil: number | null | undefined;
}

/** A stretch in which a resource is occupied, buffers included. */
export interface Occupation extends Interval {
  readonly resourceId: string;
  readonly kind: BusyKind;
}

/** What occupies each resource, by its id; a resource that is not named is free. */
export type BusyTimes = ReadonlyMap<string, readonly Occupation[]>;

/** What all options of one request share. */
export type SharedFacts = Omit<SlotFacts, 'policy' | 'busy'>;

/** @param targets at least one */
export function optionOf(place: Place, targets: readonly ResourceEntity[]): BookingOption {
  const wanted = new Set(targets.map((target) => target.id));
  const ids = new Set(targets.flatMap((target) => place.withParts(target).map((part) => part.id)));
  const policies = targets.map((target) => place.policyOf(target));
  return {
    targets,
    occupied: [...ids].toSorted().map((resourceId) => ({ resourceId, isTarget: wanted.has(resourceId) })),
    policy: strictestPolicy(policies),
    inductionKinds: [...new Set(policies.flatMap((policy) => policy.inductionKind ?? []))],
    bookable: targets.every((target) => target.bookable),
    outOfOrderUntil: targets.map(outOfOrderUntil).reduce(later, undefined),
  };
}

/** Everything that occupies an option, its parts included. */
export function busyOf(option: BookingOption, busy: BusyTimes): readonly Occupation[] {
  const [only, ...others] = option.occupied;
  if (only !== undefined && others.length === 0) return busy.get(only.resourceId) ?? [];
  return option.occupied.flatMap(({ resourceId }) => busy.get(resourceId) ?? []);
}

/** Everything that decides whether an option may be booked by somebody. */
export function bookingFactsOf(
  option: BookingOption,
  facts: { shared: SharedFacts; busy: BusyTimes; person: PersonFacts },
): BookingFacts {
  const { policy, bookable, outOfOrderUntil, inductionKinds } = option;
  const busy = busyOf(option, facts.busy);
  return { ...facts.shared, policy, bookable, outOfOrderUntil, inductionKinds, busy, person: facts.person };
}

/** The facts from which free time is computed; being out of order counts as taken. */
export function slotFactsOf(option: BookingOption, shared: SharedFacts, busy: BusyTimes): SlotFacts {
  const taken: readonly Interval[] = busyOf(option, busy);
  const { outOfOrderUntil, policy } = option;
  if (outOfOrderUntil === undefined) return { ...shared, policy, busy: taken };
  return { ...shared, policy, busy: [{ start: 0, end: outOfOrderUntil ?? Number.MAX_SAFE_INTEGER }, ...taken] };
}

function outOfOrderUntil(resource: ResourceEntity): number | null | undefined {
  return resource.outOfOrderReason === null ? undefined : (resource.outOfOrderUntil?.getTime() ?? null);
}

function later(a: number | null | undefined, b: number | null | undefined): number | null | undefined {
  if (a === null || b === null) return null;
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}
