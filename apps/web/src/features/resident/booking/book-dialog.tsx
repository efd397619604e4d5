import { useState } from 'react';
import type { Alternative, Booking, Hub, TimeRange } from '#libs/contracts';
import { useMe } from '../../../shared/api/use-me.js';
import { SignInForm } from '../../../shared/auth/sign-in-form.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import type { Bookable } from './bookable.js';
import { Booked } from './booked.js';
import { ConfirmBooking } from './confirm-booking.js';
import { StartChoice } from './start-choice.js';
import type { PickedTime } from './time-choice.js';

/** What is about to be booked; an alternative may change both the thing and the time. */
export interface Wish extends TimeRange {
  name: string;
  target: { pool: string } | { resource: string };
}

interface Props {
  hub: Hub;
  bookable: Bookable;
  picked: PickedTime;
  onClose: () => void;
}

export default function BookDialog({ hub, bookable, picked, onClose }: Props) {
  const t = useT();
  const me = useMe();
  const [wish, setWish] = useState<Wish>(() => ({
    ...timeOf(picked),
    name: bookable.name,
    target: targetOf(bookable),
  }));
  const [booked, setBooked] = useState<Booking | null>(null);
  const setTime = (time: TimeRange) => setWish((old) => ({ ...old, ...time }));
  const title = booked
    ? t(booked.status === 'pending' ? 'booking.pendingTitle' : 'booking.doneTitle')
    : t('booking.confirmTitle');
  return (
    <Dialog title={title} onClose={onClose}>
      {booked && <Booked booking={booked} timeZone={hub.timeZone} onClose={onClose} />}
      {!booked && me.data && (
        <StartChoice picked={picked} value={wish.startsAt} timeZone={hub.timeZone} onChange={setTime} />
      )}
      {!booked && me.data && (
        <ConfirmBooking
          key={`${wish.name}${wish.startsAt}`}
          hub={hub}
          wish={wish}
          onBooked={setBooked}
          onAlternative={(alternative) => setWish((old) => ({ ...old, ...wishFrom(alternative, old) }))}
          onClose={onClose}
        />
      )}
      {!booked && !me.data && (
        <>
          <p>{t('booking.signInReason')}</p>
          <SignInForm onSignedIn={() => undefined} />
        </>
      )}
    </Dialog>
  );
}

function timeOf({ startsAt, endsAt }: PickedTime): TimeRange {
  return { startsAt, endsAt };
}

function targetOf({ kind, slug }: Bookable): Wish['target'] {
  return kind === 'pool' ? { pool: slug } : { resource: slug };
}

function wishFrom({ resource, pool, name, startsAt, endsAt }: Alternative, old: Wish): Wish {
  const target = resource !== null ? { resource } : pool !== null ? { pool } : old.target;
  return { target, name, startsAt, endsAt };
}
