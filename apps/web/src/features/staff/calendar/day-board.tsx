import type { Booking, TimeRange } from '#libs/contracts';
import type { DayKey } from '../../../shared/i18n/day-key.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { BlockButton } from './block-button.js';
import { MoveStatus } from './move-status.js';
import { canMove, type PlanBlock, type PlanRow } from './plan-blocks.js';
import type { PlanMove } from './plan-things.js';
import { daySpan, shareOf, shifted } from './plan-span.js';
import { useDrag } from './use-drag.js';
import { useDrop } from './use-drop.js';
import { useMoveMode } from './use-move-mode.js';

interface Props {
  day: DayKey;
  rows: readonly PlanRow[];
  /** When the hub is open. */
  opening: readonly TimeRange[];
  now: number;
  timeZone: string;
  onOpen: (booking: Booking) => void;
  onMove: (booking: Booking, to: PlanMove) => void;
}

const hour = 3_600_000;
const percent = (share: number) => `${share * 100}%`;
const stepOf: Record<string, number> = { ArrowLeft: -15, ArrowRight: 15, ArrowUp: -60, ArrowDown: 60 };

/** One line for each thing, the hours across. */
export function DayBoard({ day, rows, opening, now, timeZone, onOpen, onMove }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const blocks = rows.flatMap((row) => row.blocks);
  const things = rows.map(({ resource }) => resource);
  const span = daySpan(day, { opening, blocks }, timeZone);
  const hours = Array.from(
    { length: Math.round((span.to - span.from) / hour) },
    (_, index) => span.from + index * hour,
  );
  const { moving, onKeyDown, shownAt } = useMoveMode({
    now,
    things,
    onMove,
    step: (key, time) => (stepOf[key] === undefined ? undefined : shifted(time, stepOf[key])),
  });
  const { drop, refused } = useDrop({ things, onMove });
  const drag = useDrag(({ key, pixels, width, over }) => {
    const booking = blocks.find((block) => block.key === key)?.booking;
    if (booking) drop(booking, shifted(booking, (pixels / width) * ((span.to - span.from) / 60_000)), over);
  });
  const target = drag.over ?? moving?.to.thing?.slug;
  const styleOf = (block: PlanBlock) => {
    const { left, width } = shareOf(shownAt(block.key, block), span);
    return { left: percent(left), width: percent(width), ...drag.styleOf(block.key) };
  };
  return (
    <>
      <MoveStatus to={moving?.to} refused={refused} timeZone={timeZone} />
      <div className="plan-frame">
        <div className="plan-hours" aria-hidden="true">
          {hours.map((each) => (
            <span key={each} className="numeric">
              {formats.time(new Date(each))}
            </span>
          ))}
        </div>
        <ul className="plan-rows">
          {rows.map(({ resource, blocks: taken }) => (
            <li
              key={resource.id}
              data-thing={resource.slug}
              className={resource.slug === target ? 'plan-row plan-row-target' : 'plan-row'}
            >
              <h3 id={`plan-${resource.slug}`}>{resource.name}</h3>
              <div className="plan-track" style={{ backgroundSize: percent(1 / hours.length) }}>
                {taken.length === 0 && <p className="plan-nothing">{t('plan.nothing')}</p>}
                {taken.map((block) => (
                  <BlockButton
                    key={block.key}
                    block={block}
                    unit={resource.name}
                    timeZone={timeZone}
                    isMoving={moving?.bookingId === block.key}
                    style={styleOf(block)}
                    onOpen={() => drag.isPress() && block.booking && onOpen(block.booking)}
                    onKeyDown={onKeyDown(block.booking)}
                    {...(block.booking && canMove(block.booking, now) && { onPointerDown: drag.start(block.key) })}
                  />
                ))}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
