import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { InStaffHub } from '../in-staff-hub.js';
import { PersonSearch } from '../person/person-search.js';
import { MembershipList } from './membership-list.js';
import { MissingConsents } from './missing-consents.js';
import { OrganisationList } from './organisation-list.js';
import '../staff.css';
import './people.css';

/** Finding people, and what they have said and staff are to look at: organisations, who belongs there, and missing consents. */
export default function PeoplePage() {
  const t = useT();
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      aside={<ButtonLink href="/staff">{t('devices.toShift')}</ButtonLink>}
    >
      <InStaffHub>{(hub) => <Lists hub={hub} />}</InStaffHub>
    </Page>
  );
}

function Lists({ hub: { slug } }: { hub: HubSummary }) {
  return (
    <div className="people-lists">
      <PersonSearch />
      <OrganisationList hub={slug} />
      <MembershipList hub={slug} />
      <MissingConsents hub={slug} />
    </div>
  );
}
