import type { Person } from '#libs/contracts';
import { isProblem } from '../../../shared/api/problem.js';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Facts } from '../../../shared/ui/facts.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { InStaffHub } from '../in-staff-hub.js';
import { NewHere } from './new-here.js';
import { PersonBlocks } from './person-blocks.js';
import { PersonInductions } from './person-inductions.js';
import { PersonNotes } from './person-notes.js';
import { PersonRoles } from './person-roles.js';
import { PersonRecord } from './person-record.js';
import { usePerson } from './use-person.js';
import '../staff.css';
import '../people/people.css';

/** Everything that the staff of a hub know of one person. That it was looked at is written down. */
export default function PersonPage({ id }: { id: string }) {
  const t = useT();
  return (
    <Page title={t('person.title')} aside={<ButtonLink href="/staff/people">{t('people.title')}</ButtonLink>}>
      <InStaffHub>{(hub) => <Loaded id={id} hub={hub} />}</InStaffHub>
    </Page>
  );
}

function Loaded({ id, hub }: { id: string; hub: HubSummary }) {
  const person = usePerson(id);
  if (isProblem(person.error, 404)) return <NewHere id={id} hub={hub} />;
  return <QueryView query={person}>{(data) => <File person={data} hub={hub} />}</QueryView>;
}

function File({ person, hub }: { person: Person; hub: HubSummary }) {
  const t = useT();
  const groups = person.organisations.map(({ name }) => name).join(', ');
  return (
    <div className="people-lists">
      <section className="card stack">
        <h2>{person.displayName}</h2>
        <Facts
          facts={[
            { label: t('account.email'), value: person.email },
            { label: t('profile.phone'), value: person.phone },
            { label: t('profile.municipality'), value: person.municipality },
            { label: t('organisations.title'), value: groups },
            { label: t('person.comingBookings'), value: person.comingBookings },
          ]}
        />
        <p className="soft">{t('person.readLogged')}</p>
      </section>
      <PersonBlocks person={person} hub={hub} />
      <PersonNotes person={person} hub={hub} />
      <PersonInductions person={person} hub={hub} />
      <PersonRoles id={person.id} held={person.roles} hub={hub} />
      <PersonRecord id={person.id} timeZone={hub.timeZone} />
    </div>
  );
}
