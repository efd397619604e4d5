import type { Person } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Section } from '../section.js';
import { GrantInduction } from './grant-induction.js';
import { useChangePerson } from './use-person.js';

/** What somebody was shown how to use, and until when that holds. */
export function PersonInductions({ person, hub }: { person: Person; hub: HubSummary }) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const change = useChangePerson(person.id);
  const endOf = ({ expiresAt, lapsesAt }: Person['inductions'][number]) => {
    const end = [expiresAt, lapsesAt].filter((instant) => instant !== null).toSorted()[0];
    return end === undefined ? t('person.noEnd') : t('person.until', { when: formats.dayTime(end) });
  };
  return (
    <Section title={t('person.inductions')} count={person.inductions.length}>
      <ul className="stack-tight">
        {person.inductions.map((induction) => (
          <li key={induction.id} className="card spread">
            <div>
              <p>{induction.kind}</p>
              <p className="soft">{endOf(induction)}</p>
            </div>
            <Button
              isPending={change.isPending}
              onPress={() => change.mutate({ kind: 'withdraw', hub: induction.hub, induction: induction.id })}
            >
              {t('person.withdraw')}
              <span className="visually-hidden">{induction.kind}</span>
            </Button>
          </li>
        ))}
      </ul>
      <GrantInduction personId={person.id} hub={hub} />
    </Section>
  );
}
