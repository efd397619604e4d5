import { Link } from 'wouter';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Pill } from '../../../shared/ui/pill.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { useMissingConsents } from './use-pending.js';

/** Whose guardian has not consented, and how much is booked all the same: cancelling is for staff to decide. */
export function MissingConsents({ hub }: { hub: string }) {
  const t = useT();
  const missing = useMissingConsents(hub);
  return (
    <Section title={t('people.consents')} count={missing.data?.items.length}>
      <QueryView query={missing} placeholders={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('people.noConsents')} />
          ) : (
            <ul className="stack">
              {items.map(({ person, state, comingBookings }) => (
                <li key={person.id} className="card stack-tight">
                  <p>
                    <Link href={`/staff/people/${person.id}`}>{person.displayName}</Link>{' '}
                    <Pill tone={state === 'asked' ? 'busy' : 'warning'}>{t(`guardianState.${state}`)}</Pill>
                  </p>
                  <p className="soft">{t('people.comingBookings', { count: comingBookings })}</p>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
