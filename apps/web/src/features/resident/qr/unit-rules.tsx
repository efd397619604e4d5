import { useResources } from '../../../shared/api/use-resources.js';
import { BookingNeeds } from '../booking/rules/booking-needs.js';
import { BookingRules } from '../booking/rules/booking-rules.js';

/** What to know before one books what one stands in front of; below all else, since it comes with an answer of its own. */
export function UnitRules({ hub, slug }: { hub: string; slug: string }) {
  const resource = useResources(hub).data?.items.find((each) => each.slug === slug);
  if (!resource?.bookable) return null;
  return (
    <>
      <BookingNeeds policy={resource.policy} />
      <BookingRules policy={resource.policy} />
    </>
  );
}
