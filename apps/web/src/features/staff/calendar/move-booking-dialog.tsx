import { useId, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Booking, Resource, TimeRange } from '#libs/contracts';
import { useChangeTime } from '../../../shared/bookings/use-change-time.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { instantAt, wallTime } from '../../../shared/i18n/wall-time.js';
import { Button } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { PlanMove } from './plan-things.js';

interface Props {
  booking: Booking;
  /** Where it was dropped; its own time when it was not dragged. */
  to: PlanMove;
  /** What it could have instead of what it has. */
  things: readonly Resource[];
  timeZone: string;
  onClose: () => void;
}

/** Asks before a booking is moved: somebody counts on the old time. */
export function MoveBookingDialog({ booking, to, things, timeZone, onClose }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const change = useChangeTime(booking);
  const [wall, setWall] = useState(() => partsOf(to, timeZone));
  const [thing, setThing] = useState(to.thing?.slug ?? '');
  const length = Date.parse(to.endsAt) - Date.parse(to.startsAt);
  const set = (part: Partial<typeof wall>) => {
    change.reset();
    setWall((old) => ({ ...old, ...part }));
  };
  const move = () => {
    const start = instantAt(wall.day, wall.time, timeZone);
    const times = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + length).toISOString() };
    change.mutate({ kind: 'move', ...times, ...(thing !== '' && { resource: thing }) }, { onSuccess: onClose });
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
        {things.length > 0 && (
          <ThingChoice
            now={booking.resources.map(({ name }) => name).join(', ')}
            things={things}
            value={thing}
            onChange={(slug) => {
              change.reset();
              setThing(slug);
            }}
          />
        )}
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

interface ThingProps {
  /** What it has. */
  now: string;
  things: readonly Resource[];
  /** A slug; empty for what it has. */
  value: string;
  onChange: (slug: string) => void;
}

function ThingChoice({ now, things, value, onChange }: ThingProps) {
  const t = useT();
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('plan.thing')}
      </label>
      <select id={id} className="field-input" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('plan.keepsThing', { name: now })}</option>
        {things.map(({ id: key, slug, name }) => (
          <option key={key} value={slug}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function partsOf({ startsAt }: TimeRange, timeZone: string): { day: string; time: string } {
  const [day = '', time = ''] = wallTime(startsAt, timeZone).split('T');
  return { day, time };
}
