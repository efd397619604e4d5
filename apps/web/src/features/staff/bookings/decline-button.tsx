import { useState } from 'react';
import type { Booking } from '#libs/contracts';
import { useBookingCommand } from '../../../shared/bookings/use-booking-command.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ReasonDialog } from '../reason-dialog.js';

interface Props {
  booking: Booking;
  /** Whose and what booking it is. */
  name: string;
}

export function DeclineButton({ booking, name }: Props) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const decline = useBookingCommand(booking.id);
  const ask = () => {
    decline.reset();
    setAsking(true);
  };
  return (
    <>
      <Button tone="danger" onPress={ask}>
        {t('requests.decline')}
        <span className="visually-hidden">{name}</span>
      </Button>
      {asking && (
        <ReasonDialog
          title={t('requests.declineTitle')}
          subject={name}
          hint={t('requests.reasonHint')}
          action={t('requests.decline')}
          danger
          maxLength={500}
          isPending={decline.isPending}
          error={decline.error}
          onReason={(reason) => decline.mutate({ kind: 'decline', reason }, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
