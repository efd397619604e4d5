import { useState } from 'react';
import type { Booking } from '#libs/contracts';
import { useBookedPolicy } from '../../../../shared/bookings/use-booked-policy.js';
import { useT } from '../../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../../shared/ui/button.js';
import { AddToCalendar } from '../calendar/add-to-calendar.js';
import { ExtendDialog } from './extend-dialog.js';
import { longerChoices } from './longer-choices.js';

interface Props {
  booking: Booking;
  /** What it is, for those who listen. */
  name: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Another time, more time, and a note of it in one's own calendar. */
export function ChangeButtons({ booking, name, now }: Props) {
  const t = useT();
  const policy = useBookedPolicy(booking);
  const [extending, setExtending] = useState(false);
  const isAgreed = booking.status === 'confirmed' || booking.status === 'in_use';
  const isAhead = Date.parse(booking.startsAt) > now;
  const longer = policy && isAgreed && Date.parse(booking.endsAt) > now ? longerChoices(booking, policy) : [];
  return (
    <>
      {booking.canCancel && isAhead && booking.status !== 'held' && (
        <ButtonLink href={`/bookings/${booking.id}/move`}>
          {t('move.do')}
          <span className="visually-hidden">{name}</span>
        </ButtonLink>
      )}
      {longer.length > 0 && (
        <Button onPress={() => setExtending(true)}>
          {t('extend.open')}
          <span className="visually-hidden">{name}</span>
        </Button>
      )}
      {isAgreed && isAhead && <AddToCalendar booking={booking} name={name} />}
      {extending && <ExtendDialog booking={booking} choices={longer} onClose={() => setExtending(false)} />}
    </>
  );
}
