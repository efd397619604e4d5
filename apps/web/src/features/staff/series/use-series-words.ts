import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Series, SeriesSummary } from '#libs/contracts';
import { noonOf } from '../../../shared/i18n/day-key.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { exampleOf, readRule, weekdayOf, type Weekday } from './recurrence-rule.js';

/** A weekday's name: "ma", "maanantai". */
export function useWeekdayName(): (weekday: Weekday, width?: 'short' | 'long') => string {
  const intl = useIntl();
  return useCallback(
    (weekday, width = 'short') => intl.formatDate(noonOf(exampleOf(weekday)), { timeZone: 'UTC', weekday: width }),
    [intl],
  );
}

/** When a series repeats, in plain words; the bare rule when this app could not have made it. */
export function useSeriesWords(): (series: Pick<Series | SeriesSummary, 'rrule' | 'startsAt'>) => string {
  const t = useT();
  const intl = useIntl();
  const weekdayName = useWeekdayName();
  return useCallback(
    ({ rrule, startsAt }) => {
      const rule = readRule(rrule);
      if (rule === undefined) return rrule;
      const { rhythm, every, position } = rule;
      // A rule that names no day of the week means that of its first date.
      const weekdays = rule.weekdays.length > 0 ? rule.weekdays : [weekdayOf(startsAt.slice(0, 10))];
      const days = intl.formatList(weekdays.map((weekday) => weekdayName(weekday, 'long')));
      return t(`seriesRule.${rhythm}`, { every, days, position, day: Number(startsAt.slice(8, 10)) });
    },
    [t, intl, weekdayName],
  );
}
