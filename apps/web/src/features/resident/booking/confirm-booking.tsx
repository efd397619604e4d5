import type { Alternative, Booking, Hub } from '#libs/contracts';
import { newIdempotencyKey } from '../../../shared/api/client.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import type { Wish } from './book-dialog.js';
import { useCreateBooking } from './use-create-booking.js';

interface Props {
  hub: Hub;
  wish: Wish;
  onBooked: (booking: Booking) => void;
  onAlternative: (alternative: Alternative) => void;
  onClose: () => void;
}

export function ConfirmBooking({ hub, wish, onBooked, onAlternative, onClose }: Props) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const create = useCreateBooking();
  const { name, target, startsAt, endsAt } = wish;
  const book = () =>
    create.mutate(
      { booking: { hub: hub.slug, ...target, startsAt, endsAt }, idempotencyKey: newIdempotencyKey() },
      { onSuccess: onBooked },
    );
  return (
    <>
      <p className="wish">
        <strong>{name}</strong>
        <br />
        {formats.longDay(startsAt)}
        <br />
        {t('time.at', { time: formats.timeRange(startsAt, endsAt) })}
      </p>
      {create.error && <ProblemNotice error={create.error} timeZone={hub.timeZone} onAlternative={onAlternative} />}
      <div className="button-row">
        <Button tone="primary" large onPress={book} isPending={create.isPending} autoFocus>
          {t('booking.book')}
        </Button>
        <Button large onPress={onClose}>
          {t('dialog.back')}
        </Button>
      </div>
    </>
  );
}
