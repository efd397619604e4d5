import { useIntl } from 'react-intl';
import type { Booking, TimeRange } from '#libs/contracts';
import { addDays } from '../../../shared/calendar/week-days.js';
import { dayKey, noonOf, type DayKey } from '../../../shared/i18n/day-key.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { instantAt, wallTime } from '../../../shared/i18n/wall-time.js';
import { BlockButton } from './block-button.js';
import { MoveStatus } from './move-status.js';
import { canMove, type PlanRow } from './plan-blocks.js';
import type { PlanMove } from './plan-things.js';
import { useDrag } from './use-drag.js';
import { useDrop } from './use-drop.js';
import { useMoveMode } from './use-move-mode.js';

interface Props {
  days: readonly DayKey[];
  rows: readonly PlanRow[];
  now: number;
  timeZone: string;
  onOpen: (booking: Booking) => void;
  onMove: (booking: Booking, to: PlanMove) => void;
}

const stepOf: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Things down, days across; a booking moves to another day at the same time. */
export function WeekBoard({ days, rows, now, timeZone, onOpen, onMove }: Props) {
  const t = useT();
  const intl = useIntl();
  const things = rows.map(({ resource }) => resource);
  const onDay = (time: TimeRange, count: number) => byDays(time, count, timeZone);
  const { moving, onKeyDown, shownAt } = useMoveMode({
    now,
    things,
    onMove,
    step: (key, time) => (stepOf[key] === undefined ? undefined : onDay(time, stepOf[key])),
  });
  const { drop, refused } = useDrop({ things, onMove });
  const drag = useDrag(({ key, pixels, width, over }) => {
    const booking = rows.flatMap(({ blocks }) => blocks).find((block) => block.key === key)?.booking;
    if (booking) drop(booking, onDay(booking, Math.round(pixels / width)), over);
  });
  const target = drag.over ?? moving?.to.thing?.slug;
  const head = (day: DayKey) =>
    intl.formatDate(noonOf(day), { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'numeric' });
  return (
    <>
      <MoveStatus to={moving?.to} refused={refused} timeZone={timeZone} />
      <div className="plan-frame">
        <table className="plan-week">
          <thead>
            <tr>
              <th scope="col">{t('plan.thing')}</th>
              {days.map((day) => (
                <th key={day} scope="col" className={day === dayKey(now, timeZone) ? 'plan-today' : undefined}>
                  {head(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ resource, blocks }) => (
              <tr key={resource.id} className={resource.slug === target ? 'plan-row-target' : undefined}>
                <th scope="row" data-thing={resource.slug}>
                  {resource.name}
                </th>
                {days.map((day) => (
                  <td key={day} data-day={head(day)} data-thing={resource.slug}>
                    {blocks
                      .filter((block) => dayKey(shownAt(block.key, block).startsAt, timeZone) === day)
                      .map((block) => (
                        <BlockButton
                          key={block.key}
                          block={block}
                          unit={`${resource.name} ${head(day)}`}
                          timeZone={timeZone}
                          isMoving={moving?.bookingId === block.key}
                          style={drag.styleOf(block.key)}
                          onOpen={() => drag.isPress() && block.booking && onOpen(block.booking)}
                          onKeyDown={onKeyDown(block.booking)}
                          {...(block.booking &&
                            canMove(block.booking, now) && { onPointerDown: drag.start(block.key) })}
                        />
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The same time by the hub's clock, so many days on. */
function byDays({ startsAt, endsAt }: TimeRange, count: number, timeZone: string): TimeRange {
  const [day = '', time = ''] = wallTime(startsAt, timeZone).split('T');
  const start = instantAt(addDays(day, count), time, timeZone);
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + length).toISOString() };
}
