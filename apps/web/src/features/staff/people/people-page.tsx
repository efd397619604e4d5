import { useHubs, type HubSummary } from '../../../shared/api/use-hubs.js';
import { isStaff } from '../../../shared/api/use-me.js';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { PersonSearch } from '../person/person-search.js';
import { staffHub } from '../staff-hub.js';
import { MembershipList } from './membership-list.js';
import { MissingConsents } from './missing-consents.js';
import { OrganisationList } from './organisation-list.js';
import '../staff.css';
import './people.css';

/** Finding people, and what they have said and staff are to look at: organisations, who belongs there, and missing consents. */
export default function PeoplePage() {
  const t = useT();
  const hubs = useHubs();
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      aside={<ButtonLink href="/staff">{t('devices.toShift')}</ButtonLink>}
    >
      <RequireSignIn reason={t('staff.signInReason')}>
        {(me) =>
          isStaff(me) ? (
            <QueryView query={hubs}>
              {({ items }) => {
                const hub = staffHub(me, items);
                return hub ? <Lists hub={hub} /> : <Empty text={t('home.noHubs')} />;
              }}
            </QueryView>
          ) : (
            <Notice tone="warning" title={t('staff.notStaff')} />
          )
        }
      </RequireSignIn>
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
