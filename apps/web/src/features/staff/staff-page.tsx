import { isAdmin, isStaff, useMe } from '../../shared/api/use-me.js';
import { useT } from '../../shared/i18n/use-t.js';
import { ButtonLink } from '../../shared/ui/button.js';
import { Page } from '../../shared/ui/page.js';
import { InStaffHub } from './in-staff-hub.js';
import { StaffDay } from './staff-day.js';

export default function StaffPage() {
  const t = useT();
  const me = useMe();
  const aside = isStaff(me.data) && (
    <div className="button-row">
      <ButtonLink href="/staff/calendar">{t('plan.title')}</ButtonLink>
      <ButtonLink href="/staff/closing">{t('closing.title')}</ButtonLink>
      <ButtonLink href="/staff/series">{t('series.title')}</ButtonLink>
      <ButtonLink href="/staff/rules">{t('policies.title')}</ButtonLink>
      <ButtonLink href="/staff/resources">{t('things.title')}</ButtonLink>
      <ButtonLink href="/staff/hours">{t('hours.title')}</ButtonLink>
      <ButtonLink href="/staff/filament">{t('filament.title')}</ButtonLink>
      <ButtonLink href="/staff/print-rules">{t('rules.title')}</ButtonLink>
      <ButtonLink href="/staff/qr-codes">{t('qr.title')}</ButtonLink>
      <ButtonLink href="/staff/people">{t('people.title')}</ButtonLink>
      {isAdmin(me.data) && <ButtonLink href="/staff/devices">{t('devices.title')}</ButtonLink>}
      {/* The API serves it; the web app has no such page. */}
      <a className="button button-plain" href="/staff/queues">
        {t('staff.queues')}
      </a>
    </div>
  );
  return (
    <Page title={t('staff.title')} aside={aside} wide>
      <InStaffHub>{(hub) => <StaffDay hub={hub} />}</InStaffHub>
    </Page>
  );
}
