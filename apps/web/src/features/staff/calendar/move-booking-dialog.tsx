import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Booking, TimeRange } from '#libs/contracts';
import { useChangeTime } from '../../../shared/bookings/use-change-time.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { instantAt, wallTime } from '../../../shared/i18n/wall-time.js';
import { Button } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';

interface Props {
  booking: Booking;
  /** Where it was dropped; its own time when it was not dragged. */
  to: TimeRange;
  timeZone: string;
  onClose: () => void;
}

/** Asks before a booking is moved: somebody counts on the old time. */
export function MoveBookingDialog({ booking, to, timeZone, onClose }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const change = useChangeTime(booking);
  const [wall, setWall] = useState(() => partsOf(to, timeZone));
  const length = Date.parse(to.endsAt) - Date.parse(to.startsAt);
  const set = (part: Partial<typeof wall>) => {
    change.reset();
    setWall((old) => ({ ...old, ...part }));
  };
  const move = () => {
    const start = instantAt(wall.day, wall.time, timeZone);
    const times = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + length).toISOString() };
    change.mutate({ kind: 'move', ...times }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('move.confirmTitle')} onClose={onClose}>
      <p>
        {t('plan.moveWhat', {
          name: [booking.title, booking.person?.displayName].filter(Boolean).join(', '),
          when: formats.dayTimeRange(booking.startsAt, booking.endsAt),
        })}
      </p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          move();
        }}
      >
        <div className="row">
          <TextField
            label={t('plan.newDay')}
            type="date"
            isRequired
            value={wall.day}
            onChange={(day) => set({ day })}
          />
          <TextField
            label={t('plan.newTime')}
            type="time"
            isRequired
            value={wall.time}
            onChange={(time) => set({ time })}
          />
        </div>
        <p className="soft">{t('plan.personIsTold')}</p>
        {change.error && (
          <ProblemNotice
            error={change.error}
            timeZone={timeZone}
            onAlternative={(other) => set(partsOf(other, timeZone))}
          />
        )}
        <div className="button-row">
          <Button type="submit" tone="primary" isPending={change.isPending} autoFocus>
            {t('move.confirm')}
          </Button>
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

function partsOf({ startsAt }: TimeRange, timeZone: string): { day: string; time: string } {
  const [day = '', time = ''] = wallTime(startsAt, timeZone).split('T');
  return { day, time };
}
