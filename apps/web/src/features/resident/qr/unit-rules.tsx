import type { Category } from '#libs/contracts';
import { useHub } from '../../../shared/api/use-hub.js';
import { BookingNeeds } from '../booking/rules/booking-needs.js';
import { BookingRules } from '../booking/rules/booking-rules.js';

/** What to know before one books what one stands in front of; below all else, since it comes with an answer of its own. */
export function UnitRules({ hub, category }: { hub: string; category: Category }) {
  const policy = useHub(hub).data?.policies.find((each) => each.category === category)?.policy;
  if (!policy) return null;
  return (
    <>
      <BookingNeeds policy={policy} />
      <BookingRules policy={policy} />
    </>
  );
}
