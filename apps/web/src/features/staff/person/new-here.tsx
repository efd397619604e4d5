import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { GrantInduction } from './grant-induction.js';
import { PersonRoles } from './person-roles.js';
import { Section } from '../section.js';

/** Somebody who has had nothing to do with this hub yet: nothing is shown; an induction or a role makes the beginning. */
export function NewHere({ id, hub }: { id: string; hub: HubSummary }) {
  const t = useT();
  return (
    <>
      <Section title={t('person.newHere')}>
        <p>{t('person.newHereText')}</p>
        <GrantInduction personId={id} hub={hub} />
      </Section>
      <PersonRoles id={id} held={[]} hub={hub} />
    </>
  );
}
