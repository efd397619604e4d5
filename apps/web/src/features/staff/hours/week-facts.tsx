import type { OpeningWeek } from '#libs/contracts';
import { Facts } from '../../../shared/ui/facts.js';
import { useHoursText } from './use-hours-text.js';
import { weekdays } from './week-draft.js';

/** A week to be read. */
export function WeekFacts({ week }: { week: OpeningWeek }) {
  const text = useHoursText();
  const facts = weekdays.map((weekday, index) => ({
    label: text.weekday(index),
    value: text.hours(week[weekday] ?? []),
  }));
  return <Facts facts={facts} />;
}
