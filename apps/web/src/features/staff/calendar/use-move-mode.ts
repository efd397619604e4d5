import { useState, type KeyboardEvent } from 'react';
import type { Booking, Resource, TimeRange } from '#libs/contracts';
import { canMove } from './plan-blocks.js';
import { nextThing, type PlanMove } from './plan-things.js';

interface Moving {
  bookingId: string;
  to: PlanMove;
}

interface Rules {
  now: number;
  /** In the order in which they are drawn. */
  things: readonly Resource[];
  /** Where an arrow key takes a time; undefined when that key does nothing here. */
  step: (key: string, time: TimeRange) => TimeRange | undefined;
  onMove: (booking: Booking, to: PlanMove) => void;
}

const thingSteps: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Moving by the keyboard: M picks a booking up, the arrows carry it in time and with Shift to other things, Enter asks
 * to put it down, Escape lets go.
 */
export function useMoveMode({ now, things, step, onMove }: Rules) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const onKeyDown = (booking: Booking | null) => (event: KeyboardEvent) => {
    if (!booking || event.altKey || event.ctrlKey || event.metaKey) return;
    const isHeld = moving?.bookingId === booking.id;
    if (!isHeld) {
      if (event.key.toLowerCase() !== 'm' || !canMove(booking, now)) return;
      setMoving({ bookingId: booking.id, to: { startsAt: booking.startsAt, endsAt: booking.endsAt } });
      return;
    }
    const to = carried(booking, moving.to, event);
    if (to) setMoving({ ...moving, to });
    else if (event.key === 'Escape') setMoving(null);
    else if (event.key === 'Enter') {
      setMoving(null);
      onMove(booking, moving.to);
    } else return;
    event.preventDefault();
  };
  const carried = (booking: Booking, to: PlanMove, { key, shiftKey }: KeyboardEvent): PlanMove | undefined => {
    const by = thingSteps[key];
    if (shiftKey && by !== undefined) {
      const thing = nextThing(booking, things, { at: to.thing, by });
      return thing ? { ...to, thing } : to;
    }
    const time = step(key, to);
    return time && { ...to, ...time };
  };
  /** The time at which a booking is drawn: where it is being carried, or where it is. */
  const shownAt = (key: string, time: TimeRange): TimeRange => (moving?.bookingId === key ? moving.to : time);
  return { moving, onKeyDown, shownAt };
}
