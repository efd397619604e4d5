import { useMe } from '../../../shared/api/use-me.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { InStaffHub } from '../in-staff-hub.js';
import { Section } from '../section.js';
import { NotificationsForm } from './notifications-form.js';
import { useNotifications } from './use-notifications.js';
import '../staff.css';
import './notifications.css';

/** What a member of the staff is told by mail: each chooses alone, for every hub he or she works in. */
export default function NotificationsPage() {
  const t = useT();
  return (
    <Page
      title={t('notifications.title')}
      lead={t('notifications.lead')}
      aside={<ButtonLink href="/staff">{t('devices.toShift')}</ButtonLink>}
    >
      <InStaffHub>{() => <Hubs />}</InStaffHub>
    </Page>
  );
}

function Hubs() {
  const t = useT();
  const email = useMe().data?.email ?? '';
  return (
    <QueryView query={useNotifications()}>
      {({ items }) => (
        <div className="notification-hubs">
          <p className="soft">{t('notifications.to', { email })}</p>
          {items.map((chosen) => (
            <Section key={chosen.hub} title={chosen.hubName}>
              <NotificationsForm chosen={chosen} />
            </Section>
          ))}
        </div>
      )}
    </QueryView>
  );
}
