import { useState } from 'react';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { addDays } from '../../../shared/calendar/week-days.js';
import { dayKey, isDay } from '../../../shared/i18n/day-key.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { InStaffHub } from '../in-staff-hub.js';
import { PlanBoard } from './plan-board.js';
import { PlanControls, type PlanView } from './plan-controls.js';
import './plan.css';

/**
 * All things of the hub on one calendar, a day or a week at a time.
 * @param start the day to begin with, when the address names one; else today
 */
export default function PlanPage({ start }: { start?: string | undefined }) {
  const t = useT();
  return (
    <Page title={t('plan.title')} aside={<ButtonLink href="/staff">{t('plan.toShift')}</ButtonLink>} wide>
      <InStaffHub>{(hub) => <Plan hub={hub} start={start} />}</InStaffHub>
    </Page>
  );
}

function Plan({ hub, start }: { hub: HubSummary; start: string | undefined }) {
  useLive(['bookings', 'queue']);
  const today = dayKey(useNow(60_000), hub.timeZone);
  const [view, setView] = useState<PlanView>('day');
  const [day, setDay] = useState(start !== undefined && isDay(start) ? start : today);
  return (
    <>
      <PlanControls
        view={view}
        day={day}
        onView={setView}
        onDay={setDay}
        onToday={() => setDay(today)}
        onTurn={(pages) => setDay(addDays(day, pages * (view === 'day' ? 1 : 7)))}
      />
      <PlanBoard hub={hub} view={view} day={day} />
    </>
  );
}
