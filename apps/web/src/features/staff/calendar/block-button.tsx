import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import type { PlanBlock } from './plan-blocks.js';

interface Props {
  block: PlanBlock;
  /** What it takes. */
  unit: string;
  timeZone: string;
  isMoving: boolean;
  style?: CSSProperties;
  onOpen: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onPointerDown?: (event: PointerEvent) => void;
}

/** One booking on the calendar; what is no booking is only shown. */
export function BlockButton({ block, unit, timeZone, isMoving, style, onOpen, onKeyDown, onPointerDown }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const { booking, kind } = block;
  const time = formats.timeRange(block.startsAt, block.endsAt);
  if (!booking)
    return (
      <div className="plan-block plan-block-other" style={style}>
        <span className="numeric">{time}</span> {t(`planKind.${kind}`)}
      </div>
    );
  const who = booking.person?.displayName ?? booking.title;
  return (
    <button
      type="button"
      className={`plan-block plan-block-${booking.status}${isMoving ? ' plan-block-moving' : ''}`}
      style={style}
      title={`${time} ${who}`}
      onClick={onOpen}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    >
      <span className="visually-hidden">{unit} </span>
      <span className="numeric">{time}</span> {who}
      <span className="visually-hidden">, {t(`bookingState.${booking.status}`)}</span>
    </button>
  );
}
