import type { HubSummary } from '../../shared/api/use-hubs.js';
import { useResources } from '../../shared/api/use-resources.js';
import { useLive } from '../../shared/api/use-live.js';
import { Together } from '../../shared/ui/together.js';
import { AlarmNotice } from './alarms/alarm-notice.js';
import { BookingRequests } from './bookings/booking-requests.js';
import { TodaysBookings } from './bookings/todays-bookings.js';
import { useBookingRequests } from './bookings/use-booking-requests.js';
import { useHubBookings } from './bookings/use-hub-bookings.js';
import { FaultList } from './faults/fault-list.js';
import { useFaults } from './faults/use-faults.js';
import { FilamentNotice } from './filament/filament-notice.js';
import { useFilamentOverview } from './filament/use-filament.js';
import { DueCareNotice } from './printer-care/due-care-notice.js';
import { useDueCare } from './printer-care/use-printer-care.js';
import { PrinterList } from './printers/printer-list.js';
import { usePrinters } from './printers/use-printers.js';
import { PrintQueue } from './queue/print-queue.js';
import { useQueue } from './queue/use-queue.js';
import { ReviewList } from './review/review-list.js';
import { ShelfList } from './shelf/shelf-list.js';
import { useShelf } from './shelf/use-shelf.js';
import { usePrintJobs } from './use-print-jobs.js';
import './staff.css';

/** The one screen of a shift: what waits for me, what the machines do, who comes today. */
export function StaffDay({ hub }: { hub: HubSummary }) {
  useLive(['queue', 'printers', 'bookings', 'faults']);
  return (
    <div className="stack">
      {/* It waits for nothing: what is too hot is told at once, though what is below it moves. */}
      <AlarmNotice hub={hub.slug} timeZone={hub.timeZone} />
      <Together queries={useDayQueries(hub.slug)} placeholders={6}>
        <div className="staff-day">
          <div className="staff-column">
            <ReviewList hub={hub} />
            <FilamentNotice hub={hub.slug} />
            <PrintQueue hub={hub} />
          </div>
          <div className="staff-column">
            <FaultList hub={hub} />
            <DueCareNotice hub={hub.slug} />
            <PrinterList hub={hub} />
            <ShelfList hub={hub} />
          </div>
          <div className="staff-column">
            <TodaysBookings hub={hub} />
            <BookingRequests hub={hub} />
          </div>
        </div>
      </Together>
    </div>
  );
}

/** All that the parts of the page ask for, but the alarms. */
function useDayQueries(hub: string) {
  return [
    usePrintJobs(hub, 'awaiting_review'),
    usePrintJobs(hub, 'queued'),
    useFilamentOverview(hub),
    useQueue(hub),
    useFaults(hub),
    useDueCare(hub),
    usePrinters(hub),
    useShelf(hub),
    useHubBookings(hub),
    useBookingRequests(hub),
    useResources(hub),
  ];
}
