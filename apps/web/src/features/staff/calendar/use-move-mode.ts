import { useState, type KeyboardEvent } from 'react';
import type { Booking, TimeRange } from '#libs/contracts';
import { canMove } from './plan-blocks.js';

interface Moving {
  bookingId: string;
  to: TimeRange;
}

interface Rules {
  now: number;
  /** Where an arrow key takes a time; undefined when that key does nothing here. */
  step: (key: string, time: TimeRange) => TimeRange | undefined;
  onMove: (booking: Booking, to: TimeRange) => void;
}

/** Moving by the keyboard: M picks a booking up, the arrows carry it, Enter asks to put it down, Escape lets go. */
export function useMoveMode({ now, step, onMove }: Rules) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const onKeyDown = (booking: Booking | null) => (event: KeyboardEvent) => {
    if (!booking || event.altKey || event.ctrlKey || event.metaKey) return;
    const isHeld = moving?.bookingId === booking.id;
    if (!isHeld) {
      if (event.key.toLowerCase() !== 'm' || !canMove(booking, now)) return;
      setMoving({ bookingId: booking.id, to: { startsAt: booking.startsAt, endsAt: booking.endsAt } });
      return;
    }
    const to = step(event.key, moving.to);
    if (to) setMoving({ ...moving, to });
    else if (event.key === 'Escape') setMoving(null);
    else if (event.key === 'Enter') {
      setMoving(null);
      onMove(booking, moving.to);
    } else return;
    event.preventDefault();
  };
  /** The time at which a booking is drawn: where it is being carried, or where it is. */
  const shownAt = (key: string, time: TimeRange) => (moving?.bookingId === key ? moving.to : time);
  return { moving, onKeyDown, shownAt };
}
