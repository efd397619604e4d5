import type { AuditEntryView } from '#libs/contracts';
import { dayKey } from '../../../shared/i18n/day-key.js';

type Entry = Pick<AuditEntryView, 'action' | 'subjectType' | 'subjectId' | 'subject'>;

/** Where the hub itself was changed, by the first part of the action. */
const hubPages: Record<string, string> = {
  hub: '/staff/hours',
  opening: '/staff/hours',
  policy: '/staff/rules',
  'induction-kind': '/staff/rules',
  'print-rule': '/staff/print-rules',
  filament: '/staff/print-rules',
};

/** Where staff see what an entry is about; undefined when it is there no more, or has no page. */
export function subjectPage({ action, subjectType, subjectId, subject }: Entry, timeZone: string): string | undefined {
  if (subject === null) return undefined;
  const { ref, startsAt } = subject;
  const [area = ''] = action.split('.');
  switch (subjectType) {
    case 'booking':
      return startsAt === null ? undefined : `/staff/calendar/${dayKey(startsAt, timeZone)}`;
    case 'series':
      return `/staff/series/${subjectId}`;
    case 'print_job':
      return `/prints/${subjectId}`;
    case 'printer':
      return `/staff/printers/${ref ?? subjectId}`;
    case 'spool':
      return `/staff/filament/${ref ?? subjectId}`;
    case 'resource':
    case 'pool':
      return area === 'policy' ? `/staff/rules/${subjectType}/${ref ?? subjectId}` : '/staff/resources';
    case 'account':
      return `/staff/people/${subjectId}`;
    case 'closure':
      return '/staff/closing';
    case 'device':
      return '/staff/devices';
    case 'hub':
      return hubPages[area];
    default:
      return undefined;
  }
}
