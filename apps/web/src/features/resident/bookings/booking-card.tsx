import { useState } from 'react';
import type { Booking } from '#libs/contracts';
import { useHubZone } from '../../../shared/api/use-hubs.js';
import { BookingStatePill } from '../../../shared/bookings/booking-state-pill.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { useCancelBooking } from './use-cancel-booking.js';

export function BookingCard({ booking }: { booking: Booking }) {
  const t = useT();
  const formats = useFormats(useHubZone(booking.hub));
  const [asking, setAsking] = useState(false);
  const cancel = useCancelBooking();
  const when = formats.dayTimeRange(booking.startsAt, booking.endsAt);
  return (
    <li className="card spread">
      <div className="stack-tight">
        <h3>{booking.title}</h3>
        <p className="numeric">{when}</p>
        <div>
          <BookingStatePill state={booking.status} />
        </div>
      </div>
      {booking.canCancel && (
        <Button tone="danger" onPress={() => setAsking(true)}>
          {t('bookings.cancel')}
          <span className="visually-hidden">{`${booking.title} ${when}`}</span>
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t('bookings.cancelTitle')}
          action={t('bookings.cancelConfirm')}
          danger
          isPending={cancel.isPending}
          error={cancel.error}
          onConfirm={() => cancel.mutate(booking.id, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>{t('booking.summary', { name: booking.title, when })}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
