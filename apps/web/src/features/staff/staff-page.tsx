import { isStaff, useMe } from '../../shared/api/use-me.js';
import { useT } from '../../shared/i18n/use-t.js';
import { Page } from '../../shared/ui/page.js';
import { InStaffHub } from './in-staff-hub.js';
import { StaffDay } from './staff-day.js';
import { StaffNav } from './staff-nav.js';

export default function StaffPage() {
  const t = useT();
  const me = useMe();
  return (
    <Page
      title={t('staff.title')}
      aside={(me.isPending || isStaff(me.data)) && <StaffNav isComing={me.isPending} />}
      wide
    >
      <InStaffHub>{(hub) => <StaffDay hub={hub} />}</InStaffHub>
    </Page>
  );
}
