import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useClosures } from '../closing/use-closing.js';
import { InStaffHub } from '../in-staff-hub.js';
import { Section } from '../section.js';
import { useAdministers } from '../use-administers.js';
import { ComingDays } from './coming-days.js';
import { ExceptionList } from './exception-list.js';
import { HubFacts } from './hub-facts.js';
import { SeasonList } from './season-list.js';
import { useOpening } from './use-opening.js';
import { UsualWeek } from './usual-week.js';
import '../staff.css';
import './hours.css';

/** When the hub is open, and why: staff read it, its administrator changes it. */
export default function HoursPage() {
  const t = useT();
  return (
    <Page
      title={t('hours.title')}
      lead={t('hours.lead')}
      aside={<ButtonLink href="/staff">{t('plan.toShift')}</ButtonLink>}
      wide
    >
      <InStaffHub>{(hub) => <Hours hub={hub} />}</InStaffHub>
    </Page>
  );
}

function Hours({ hub }: { hub: HubSummary }) {
  const t = useT();
  const mayChange = useAdministers(hub);
  const opening = useOpening(hub.slug);
  const closures = useClosures(hub.slug);
  return (
    <>
      {!mayChange && <Notice tone="info" title={t('hours.onlyAdmin')} live={false} />}
      <QueryView query={opening} placeholders={6}>
        {(data) => (
          <>
            <Section title={t('hours.coming')}>
              <ComingDays days={data.days} closures={closures.data?.items ?? []} hub={hub} />
            </Section>
            <div className="hours-settings">
              <div className="hours-others">
                <UsualWeek opening={data} hub={hub} mayChange={mayChange} />
                <SeasonList opening={data} hub={hub} mayChange={mayChange} />
              </div>
              <div className="hours-others">
                <ExceptionList opening={data} hub={hub} mayChange={mayChange} />
                <HubFacts hub={hub} mayChange={mayChange} />
              </div>
            </div>
          </>
        )}
      </QueryView>
    </>
  );
}
