import { useCallback } from 'react';
import { useDuration } from '../../../../shared/i18n/use-duration.js';
import { useT } from '../../../../shared/i18n/use-t.js';
import type { RuleFact } from './rule-facts.js';

const dayMinutes = 1440;

/** A rule in one or two short sentences. */
export function useRuleSentence(): (fact: RuleFact) => string {
  const t = useT();
  const duration = useDuration();
  return useCallback(
    (fact) => {
      // A number stays on the line of its unit; hours are counted up to two days.
      const words = (minutes: number) =>
        (minutes >= 2 * dayMinutes && minutes % dayMinutes === 0
          ? t('bookingRule.days', { days: minutes / dayMinutes })
          : duration(minutes * 60)
        ).replaceAll(' ', '\u00a0');
      switch (fact.kind) {
        case 'length':
          return t('bookingRule.length', { shortest: words(fact.shortest), longest: words(fact.longest) });
        case 'fixedLength':
          return t('bookingRule.fixedLength', { length: words(fact.length) });
        case 'horizon':
          return t('bookingRule.horizon', { days: fact.days });
        case 'notice':
          return t('bookingRule.notice', { before: words(fact.before) });
        case 'active':
          return t('bookingRule.active', { bookings: fact.bookings });
        case 'quota':
          return t('bookingRule.quota', { perWeek: words(fact.perWeek) });
        case 'approval':
          return t('bookingRule.approval', { minutes: fact.over, over: words(fact.over) });
        case 'change':
          return t('bookingRule.change', { minutes: fact.before, before: words(fact.before) });
        case 'checkIn': {
          const { opensBefore, within } = fact;
          return t('bookingRule.checkIn', { minutes: opensBefore, before: words(opensBefore), within: words(within) });
        }
      }
    },
    [t, duration],
  );
}
