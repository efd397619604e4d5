import { useDeferredValue } from 'react';
import type { Hub } from '#libs/contracts';
import type { Bookable } from '../bookable.js';
import { useAvailability } from '../use-availability.js';
import { BookingRules } from './booking-rules.js';

interface Props {
  hub: Hub;
  bookable: Bookable;
}

/** The rules, as soon as the times above them have come: these would push them down before somebody's eyes. */
export function RulesBelowTimes({ hub, bookable }: Props) {
  const { isLoading } = useAvailability(hub, bookable);
  // As late as the times themselves are drawn.
  const areTimesLoading = useDeferredValue(isLoading);
  return areTimesLoading ? null : <BookingRules policy={bookable.policy} />;
}
