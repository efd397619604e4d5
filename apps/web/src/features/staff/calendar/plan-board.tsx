import { useState } from 'react';
import type { Booking } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useResources } from '../../../shared/api/use-resources.js';
import { weekOf } from '../../../shared/calendar/week-days.js';
import type { DayKey } from '../../../shared/i18n/day-key.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { instantAt } from '../../../shared/i18n/wall-time.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { BookingDialog } from './booking-dialog.js';
import { DayBoard } from './day-board.js';
import { MoveBookingDialog } from './move-booking-dialog.js';
import { planRows, timeOf } from './plan-blocks.js';
import { canTake, takes, type PlanMove } from './plan-things.js';
import type { PlanView } from './plan-controls.js';
import { useBusyTimes, usePlannedBookings } from './use-plan.js';
import { WeekBoard } from './week-board.js';

interface Props {
  hub: HubSummary;
  view: PlanView;
  day: DayKey;
}

/** What is open on top of the calendar: a booking, or the question whether to move it. */
type Opened = { booking: Booking; to?: PlanMove } | null;

export function PlanBoard({ hub, view, day }: Props) {
  const t = useT();
  const now = useNow(30_000);
  const days = view === 'day' ? [day] : weekOf(day);
  const at = (each: DayKey | undefined, time: string) =>
    new Date(instantAt(each ?? day, time, hub.timeZone)).toISOString();
  const [from, to] = [at(days[0], '0:00'), at(days.at(-1), '24:00')];
  const [opened, setOpened] = useState<Opened>(null);
  const resources = useResources(hub.slug);
  const bookings = usePlannedBookings(hub.slug, from, to);
  const busy = useBusyTimes(hub.slug, from, to);
  const acts = {
    now,
    timeZone: hub.timeZone,
    onOpen: (booking: Booking) => setOpened({ booking }),
    onMove: (booking: Booking, to: PlanMove) => setOpened({ booking, to }),
  };
  return (
    <>
      <p className="soft">
        {t('plan.hint')} <span className="plan-keys">{t('plan.keys')}</span>
      </p>
      <QueryView query={resources}>
        {({ items }) => (
          <QueryView query={bookings}>
            {(booked) => (
              <QueryView query={busy}>
                {(answer) => {
                  const rows = planRows(items, booked, answer);
                  if (view === 'day')
                    return <DayBoard key={day} day={day} rows={rows} opening={answer.opening} {...acts} />;
                  return <WeekBoard key={days[0]} days={days} rows={rows} {...acts} />;
                }}
              </QueryView>
            )}
          </QueryView>
        )}
      </QueryView>
      {opened && !opened.to && (
        <BookingDialog
          booking={opened.booking}
          now={now}
          timeZone={hub.timeZone}
          onMove={() => setOpened({ booking: opened.booking, to: timeOf(opened.booking) })}
          onClose={() => setOpened(null)}
        />
      )}
      {opened?.to && (
        <MoveBookingDialog
          booking={opened.booking}
          to={opened.to}
          things={(resources.data?.items ?? []).filter(
            (thing) => canTake(opened.booking, thing) && !takes(opened.booking, thing),
          )}
          timeZone={hub.timeZone}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
