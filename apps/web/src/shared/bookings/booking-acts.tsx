import { useState, type ReactNode } from 'react';
import type { Booking } from '#libs/contracts';
import { useHubZone } from '../api/use-hubs.js';
import { useFormats } from '../i18n/use-formats.js';
import { useT } from '../i18n/use-t.js';
import { Button, type ButtonTone } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import type { BookingAct } from './possible-acts.js';
import { useBookingCommand } from './use-booking-command.js';

interface Props {
  booking: Booking;
  acts: readonly { kind: BookingAct; label: string }[];
  /** Whose or what booking it is, for those who listen. */
  name: string;
  /** For somebody who stands at the door with the phone in one hand. */
  large?: boolean;
  /** Further buttons. */
  children?: ReactNode;
}

const tones: Record<BookingAct, ButtonTone> = {
  confirm: 'primary',
  approve: 'primary',
  'check-in': 'primary',
  'check-out': 'plain',
  cancel: 'danger',
};

type AskedAct = 'cancel' | 'check-out';

/** What lets go of the time cannot be taken back: somebody else may have it a second later. */
const isAsked = (act: BookingAct): act is AskedAct => act === 'cancel' || act === 'check-out';

/** Buttons that move a booking on, the one that ends it last, and what the API says when it will not. */
export function BookingActs({ booking, acts, name, large = false, children }: Props) {
  const t = useT();
  const [asking, setAsking] = useState<AskedAct | null>(null);
  const command = useBookingCommand(booking.id);
  const press = (kind: BookingAct) => {
    command.reset();
    if (isAsked(kind)) setAsking(kind);
    else command.mutate({ kind });
  };
  const buttonOf = ({ kind, label }: Props['acts'][number]) => (
    <Button key={kind} tone={tones[kind]} large={large} onPress={() => press(kind)} isPending={command.isPending}>
      {label}
      <span className="visually-hidden">{name}</span>
    </Button>
  );
  return (
    <>
      {command.error && !asking && <ProblemNotice error={command.error} />}
      {(acts.length > 0 || children) && (
        <div className="button-row">
          {acts.filter(({ kind }) => kind !== 'cancel').map(buttonOf)}
          {children}
          {acts.filter(({ kind }) => kind === 'cancel').map(buttonOf)}
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title={t(`bookingAsk.${asking}`)}
          action={t(`bookingYes.${asking}`)}
          danger={asking === 'cancel'}
          isPending={command.isPending}
          error={command.error}
          onConfirm={() => command.mutate({ kind: asking }, { onSuccess: () => setAsking(null) })}
          onClose={() => setAsking(null)}
        >
          <Asked booking={booking} act={asking} />
        </ConfirmDialog>
      )}
    </>
  );
}

function Asked({ booking, act }: { booking: Booking; act: AskedAct }) {
  const t = useT();
  const formats = useFormats(useHubZone(booking.hub));
  const when = formats.dayTimeRange(booking.startsAt, booking.endsAt);
  return (
    <>
      <p>{t('booking.summary', { name: booking.title, when })}</p>
      {act === 'check-out' && <p>{t('bookings.checkOutText')}</p>}
    </>
  );
}
