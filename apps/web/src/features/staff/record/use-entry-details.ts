import type { AuditEntryView } from '#libs/contracts';
import { noonOf } from '../../../shared/i18n/day-key.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import type { MessageKey } from '../../../shared/i18n/messages/fi.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { causeKey } from '../../../shared/prints/history/cause-key.js';
import { changedRules } from './changed-rules.js';

type Details = AuditEntryView['details'];

/** Why bookings were lost: the record keeps the rule, since staff's own words would stay in it for good. */
const losses = new Map<string, MessageKey>([
  ['booking.closed', 'record.lostToClosure'],
  ['booking.out_of_order', 'record.lostToFault'],
]);

/** What else an entry says, in words; what has none is for programs. */
export function useEntryDetails(): (details: Details) => string[] {
  const t = useT();
  const formats = useFormats('UTC');
  return (details) => {
    const { reason, cause, role, kind, date } = details;
    const loss = isText(reason) ? losses.get(reason) : undefined;
    const rules = changedRules(details);
    return [
      ...(isText(reason) ? [t('record.reason', { reason: loss ? t(loss) : reason })] : []),
      ...(isText(cause) ? [t('record.reason', { reason: t(causeKey(cause)) })] : []),
      ...(role === 'staff' || role === 'admin' ? [t(`person.role.${role}`)] : []),
      ...(isText(kind) ? [kind] : []),
      ...(isText(date) ? [formats.longDay(noonOf(date))] : []),
      ...(rules.length > 0 ? [rules.map((field) => t(`policyField.${field}`)).join(', ')] : []),
    ];
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
