import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Booking, TimeRange } from '#libs/contracts';
import { useFormats } from '../../../../shared/i18n/use-formats.js';
import { useT } from '../../../../shared/i18n/use-t.js';
import { Button } from '../../../../shared/ui/button.js';
import { Dialog } from '../../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../../shared/ui/problem-notice.js';
import { StartChoice } from '../../booking/start-choice.js';
import type { PickedTime } from '../../booking/time-choice.js';
import { useChangeTime } from '../../../../shared/bookings/use-change-time.js';

interface Props {
  booking: Booking;
  picked: PickedTime;
  timeZone: string;
  onClose: () => void;
}

/** From when to when, asked once. */
export function MoveDialog({ booking, picked, timeZone, onClose }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const [, go] = useLocation();
  const [time, setTime] = useState<TimeRange>({ startsAt: picked.startsAt, endsAt: picked.endsAt });
  const change = useChangeTime(booking);
  const choose = ({ startsAt, endsAt }: TimeRange) => {
    change.reset();
    setTime({ startsAt, endsAt });
  };
  return (
    <Dialog title={t('move.confirmTitle')} onClose={onClose}>
      <p className="wish">
        <strong>{booking.title}</strong>
        <br />
        <s className="soft">
          <span className="visually-hidden">{t('move.from')} </span>
          {formats.dayTimeRange(booking.startsAt, booking.endsAt)}
        </s>
        <br />
        <span className="visually-hidden">{t('move.to')} </span>
        {formats.dayTimeRange(time.startsAt, time.endsAt)}
      </p>
      <StartChoice picked={picked} value={time.startsAt} timeZone={timeZone} onChange={choose} />
      {change.error && <ProblemNotice error={change.error} timeZone={timeZone} onAlternative={choose} />}
      <div className="button-row">
        <Button
          tone="primary"
          large
          autoFocus
          isPending={change.isPending}
          onPress={() => change.mutate({ kind: 'move', ...time }, { onSuccess: () => go('/bookings') })}
        >
          {t('move.confirm')}
        </Button>
        <Button large onPress={onClose}>
          {t('dialog.back')}
        </Button>
      </div>
    </Dialog>
  );
}
