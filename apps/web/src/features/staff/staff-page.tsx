import type { Me } from '#libs/contracts';
import { useHubs } from '../../shared/api/use-hubs.js';
import { isAdmin, isStaff, useMe } from '../../shared/api/use-me.js';
import { RequireSignIn } from '../../shared/auth/require-sign-in.js';
import { useT } from '../../shared/i18n/use-t.js';
import { ButtonLink } from '../../shared/ui/button.js';
import { Empty } from '../../shared/ui/empty.js';
import { Notice } from '../../shared/ui/notice.js';
import { Page } from '../../shared/ui/page.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { staffHub } from './staff-hub.js';
import { StaffDay } from './staff-day.js';

export default function StaffPage() {
  const t = useT();
  const me = useMe();
  const aside = isStaff(me.data) && (
    <div className="button-row">
      <ButtonLink href="/staff/filament">{t('filament.title')}</ButtonLink>
      <ButtonLink href="/staff/people">{t('people.title')}</ButtonLink>
      {isAdmin(me.data) && <ButtonLink href="/staff/devices">{t('devices.title')}</ButtonLink>}
    </div>
  );
  return (
    <Page title={t('staff.title')} aside={aside} wide>
      <RequireSignIn reason={t('staff.signInReason')}>
        {(me) => (isStaff(me) ? <Day me={me} /> : <NotYet me={me} />)}
      </RequireSignIn>
    </Page>
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

function Day({ me }: { me: Me }) {
  const t = useT();
  const hubs = useHubs();
  return (
    <QueryView query={hubs}>
      {({ items }) => {
        const hub = staffHub(me, items);
        return hub ? <StaffDay hub={hub} /> : <Empty text={t('home.noHubs')} />;
      }}
    </QueryView>
  );
}
