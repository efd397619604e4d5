import type { Availability, TimeRange } from '#libs/contracts';
import type { Bookable } from './bookable.js';

type Target = Pick<Bookable, 'kind' | 'slug' | 'units'>;

/** Whole free stretches of one unit, or of any unit of a pool. */
export function freeTimes(answer: Availability, { kind, slug }: Target): readonly TimeRange[] {
  if (kind === 'pool') return answer.pools.find(({ pool }) => pool === slug)?.freeSlots ?? [];
  return answer.items.find(({ resource }) => resource === slug)?.freeSlots ?? [];
}

/** When somebody has the unit, or one of the pool's units. */
export function busyTimes(answer: Availability, { units }: Target): readonly TimeRange[] {
  return answer.items.filter(({ resource }) => units.includes(resource)).flatMap(({ busy }) => busy);
}
