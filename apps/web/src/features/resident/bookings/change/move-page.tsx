import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Booking, Hub, Resource, TimeRange } from '#libs/contracts';
import { api } from '../../../../shared/api/client.js';
import { queryKeys } from '../../../../shared/api/query-keys.js';
import { useHub } from '../../../../shared/api/use-hub.js';
import { useLive } from '../../../../shared/api/use-live.js';
import { useResources } from '../../../../shared/api/use-resources.js';
import { RequireSignIn } from '../../../../shared/auth/require-sign-in.js';
import { useFormats } from '../../../../shared/i18n/use-formats.js';
import { useT } from '../../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../../shared/ui/button.js';
import { Notice } from '../../../../shared/ui/notice.js';
import { Page } from '../../../../shared/ui/page.js';
import { QueryView } from '../../../../shared/ui/query-view.js';
import { findBookable } from '../../booking/bookable.js';
import { TimeChoice, type PickedTime } from '../../booking/time-choice.js';
import { MoveDialog } from './move-dialog.js';

/** Another time for a booking, chosen like a new one. */
export default function MovePage({ id }: { id: string }) {
  const t = useT();
  return (
    <Page title={t('move.title')} aside={<ButtonLink href="/bookings">{t('nav.bookings')}</ButtonLink>}>
      <RequireSignIn reason={t('bookings.signInReason')}>{() => <Found id={id} />}</RequireSignIn>
    </Page>
  );
}

function Found({ id }: { id: string }) {
  const booking = useQuery({
    queryKey: [queryKeys.bookings, 'one', id],
    queryFn: ({ signal }) => api.get<Booking>(`/bookings/${encodeURIComponent(id)}`, signal),
  });
  useLive(['bookings']);
  return <QueryView query={booking}>{(found) => <InHub booking={found} />}</QueryView>;
}

function InHub({ booking }: { booking: Booking }) {
  const hub = useHub(booking.hub);
  const resources = useResources(booking.hub);
  return (
    <QueryView query={hub}>
      {(place) => (
        <QueryView query={resources}>
          {({ items }) => <Mover booking={booking} hub={place} resources={items} />}
        </QueryView>
      )}
    </QueryView>
  );
}

interface MoverProps {
  booking: Booking;
  hub: Hub;
  resources: readonly Resource[];
}

function Mover({ booking, hub, resources }: MoverProps) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const [picked, setPicked] = useState<PickedTime | null>(null);
  const bookable = findBookable(booking.pool ?? booking.resources[0]?.slug ?? '', hub, resources);
  if (!bookable || !booking.canCancel) return <Notice tone="warning" title={t('move.cannot')} />;
  const now: TimeRange = { startsAt: booking.startsAt, endsAt: booking.endsAt };
  return (
    <>
      <Notice
        tone="info"
        live={false}
        title={t('booking.summary', {
          name: booking.title,
          when: formats.dayTimeRange(booking.startsAt, booking.endsAt),
        })}
      >
        <p>{t('move.text')}</p>
      </Notice>
      <div className="card stack time-picker">
        <TimeChoice hub={hub} bookable={bookable} moving={now} onPick={setPicked} />
      </div>
      {picked && (
        <MoveDialog booking={booking} picked={picked} timeZone={hub.timeZone} onClose={() => setPicked(null)} />
      )}
    </>
  );
}
