import type { Booking } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';

interface Props {
  booking: Booking;
  timeZone: string;
  onClose: () => void;
}

export function Booked({ booking, timeZone, onClose }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const what = { name: booking.title, when: formats.dayTimeRange(booking.startsAt, booking.endsAt) };
  return (
    <>
      <Notice tone="good" title={t('booking.summary', what)}>
        <p>{t(booking.status === 'pending' ? 'booking.pendingText' : 'booking.doneText')}</p>
      </Notice>
      <div className="button-row">
        <ButtonLink href="/bookings" tone="primary">
          {t('nav.bookings')}
        </ButtonLink>
        <Button onPress={onClose} autoFocus>
          {t('dialog.close')}
        </Button>
      </div>
    </>
  );
}
