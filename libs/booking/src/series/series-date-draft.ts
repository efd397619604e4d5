import { withBuffers } from '../rules/policy.js';
import type { DateDraft } from './series-dates.repository.js';
import type { PlannedDate } from './series-planner.js';

/**
 * A planned date as it is written.
 * @param date with an option
 * @throws Error when nothing was found for it
 */
export function dateDraft({ position, time, option }: PlannedDate): DateDraft {
  if (option === undefined) throw new Error(`date ${position} cannot be booked`);
  const occupied = withBuffers(time, option.policy);
  return {
    position,
    startsAt: new Date(time.start),
    endsAt: new Date(time.end),
    occupiedFrom: new Date(occupied.start),
    occupiedTo: new Date(occupied.end),
    parts: option.occupied,
  };
}
