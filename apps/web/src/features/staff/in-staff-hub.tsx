import type { ReactNode } from 'react';
import type { Me } from '#libs/contracts';
import { useHubs, type HubSummary } from '../../shared/api/use-hubs.js';
import { isStaff } from '../../shared/api/use-me.js';
import { RequireSignIn } from '../../shared/auth/require-sign-in.js';
import { useT } from '../../shared/i18n/use-t.js';
import { ButtonLink } from '../../shared/ui/button.js';
import { Empty } from '../../shared/ui/empty.js';
import { Notice } from '../../shared/ui/notice.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { staffHub } from './staff-hub.js';

type Children = (hub: HubSummary) => ReactNode;

/** What staff see of the hub they work in; everybody else is told why not. */
export function InStaffHub({ children }: { children: Children }) {
  const t = useT();
  return (
    <RequireSignIn reason={t('staff.signInReason')}>
      {(me) => (isStaff(me) ? <OwnHub me={me}>{children}</OwnHub> : <NotYet me={me} />)}
    </RequireSignIn>
  );
}

function OwnHub({ me, children }: { me: Me; children: Children }) {
  const t = useT();
  const hubs = useHubs();
  return (
    <QueryView query={hubs}>
      {({ items }) => {
        const hub = staffHub(me, items);
        return hub ? children(hub) : <Empty text={t('home.noHubs')} />;
      }}
    </QueryView>
  );
}

/** Somebody who does not work here, or must make signing in safer first. */
function NotYet({ me }: { me: Me }) {
  const t = useT();
  if (!me.mustSetUpSecondFactor) return <Notice tone="warning" title={t('staff.notStaff')} />;
  return (
    <Notice tone="warning" title={t('security.mustSetUp')}>
      <ButtonLink href="/account/secure?next=/staff">{t('security.toSetUp')}</ButtonLink>
    </Notice>
  );
}
