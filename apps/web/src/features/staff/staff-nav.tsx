import { isAdmin, useMe } from '../../shared/api/use-me.js';
import { useT } from '../../shared/i18n/use-t.js';
import { ButtonLink } from '../../shared/ui/button.js';

/**
 * Staff's other pages: those of every day in sight, what is set up once behind one word.
 * @param isComing whether it is not known yet if they are for whoever looks: their place is kept, and nothing shown
 */
export function StaffNav({ isComing }: { isComing: boolean }) {
  const t = useT();
  const me = useMe();
  return (
    <nav aria-label={t('staff.pages')} className={isComing ? 'staff-nav staff-nav-coming' : 'staff-nav'}>
      <div className="button-row">
        <ButtonLink href="/staff/calendar">{t('plan.title')}</ButtonLink>
        <ButtonLink href="/staff/series">{t('series.title')}</ButtonLink>
        <ButtonLink href="/staff/closing">{t('closing.title')}</ButtonLink>
        <ButtonLink href="/staff/people">{t('people.title')}</ButtonLink>
        <ButtonLink href="/staff/filament">{t('filament.title')}</ButtonLink>
      </div>
      <details>
        <summary className="button button-plain">{t('staff.settings')}</summary>
        <div className="button-row">
          <ButtonLink href="/staff/hours">{t('hours.title')}</ButtonLink>
          <ButtonLink href="/staff/resources">{t('things.title')}</ButtonLink>
          <ButtonLink href="/staff/rules">{t('policies.title')}</ButtonLink>
          <ButtonLink href="/staff/print-rules">{t('rules.title')}</ButtonLink>
          <ButtonLink href="/staff/notifications">{t('notifications.title')}</ButtonLink>
          <ButtonLink href="/staff/qr-codes">{t('qr.title')}</ButtonLink>
          {isAdmin(me.data) && <ButtonLink href="/staff/devices">{t('devices.title')}</ButtonLink>}
          {isAdmin(me.data) && <ButtonLink href="/staff/audit">{t('record.title')}</ButtonLink>}
          {/* The API serves it; the web app has no such page. */}
          <a className="button button-plain" href="/staff/queues">
            {t('staff.queues')}
          </a>
        </div>
      </details>
    </nav>
  );
}
