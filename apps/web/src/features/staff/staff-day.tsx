import type { HubSummary } from '../../shared/api/use-hubs.js';
import { useLive } from '../../shared/api/use-live.js';
import { AlarmNotice } from './alarms/alarm-notice.js';
import { BookingRequests } from './bookings/booking-requests.js';
import { TodaysBookings } from './bookings/todays-bookings.js';
import { FaultList } from './faults/fault-list.js';
import { FilamentNotice } from './filament/filament-notice.js';
import { DueCareNotice } from './printer-care/due-care-notice.js';
import { PrinterList } from './printers/printer-list.js';
import { PrintQueue } from './queue/print-queue.js';
import { ReviewList } from './review/review-list.js';
import { ShelfList } from './shelf/shelf-list.js';
import './staff.css';

/** The one screen of a shift: what waits for me, what the machines do, who comes today. */
export function StaffDay({ hub }: { hub: HubSummary }) {
  useLive(['queue', 'printers', 'bookings', 'faults']);
  return (
    <div className="staff-day">
      <div className="staff-column">
        <AlarmNotice hub={hub.slug} timeZone={hub.timeZone} />
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
  );
}
