import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Policy } from '#libs/contracts';
import { useDuration } from '../../../shared/i18n/use-duration.js';
import { useT } from '../../../shared/i18n/use-t.js';
import type { RuleField } from './rule-fields.js';

const dayMinutes = 1440;

/** "3 päivää", "4 t", "45 min". */
export function useMinuteWords(): (minutes: number) => string {
  const t = useT();
  const duration = useDuration();
  return useCallback(
    (minutes) =>
      minutes >= dayMinutes && minutes % dayMinutes === 0
        ? t('policies.days', { days: minutes / dayMinutes })
        : duration(minutes * 60),
    [t, duration],
  );
}

/** A rule's value in plain words. */
export function useRuleWords(): (field: RuleField, value: Policy[RuleField]) => string {
  const t = useT();
  const intl = useIntl();
  const words = useMinuteWords();
  return useCallback(
    (field, value) => {
      if (value === null || (Array.isArray(value) && value.length === 0)) return t(`policyNone.${noneOf(field)}`);
      if (Array.isArray(value)) return t(`policyValue.reminderMinutes`, { list: intl.formatList(value.map(words)) });
      if (typeof value === 'string') return t('policyValue.inductionKind', { kind: value });
      return t(`policyValue.${field as NumberField}`, { value, duration: words(value) });
    },
    [t, intl, words],
  );
}

type NumberField = Exclude<RuleField, 'inductionKind' | 'reminderMinutes'>;
type NoneField = 'quotaMinutesPerWeek' | 'approvalOverMinutes' | 'minAge' | 'inductionKind' | 'reminderMinutes';

// Of the others the API never says that there is none.
function noneOf(field: RuleField): NoneField {
  return field as NoneField;
}
