import { useState } from 'react';
import type { Booking, Resource, TimeRange } from '#libs/contracts';
import { canTake, takes, type PlanMove } from './plan-things.js';

interface Rules {
  things: readonly Resource[];
  onMove: (booking: Booking, to: PlanMove) => void;
}

/** What letting go of a booking over a line means: another time, another thing, both, or neither. */
export function useDrop({ things, onMove }: Rules) {
  const [refused, setRefused] = useState<Resource | null>(null);
  const drop = (booking: Booking, time: TimeRange, over: string | undefined) => {
    const line = things.find(({ slug }) => slug === over);
    const thing = line && !takes(booking, line) ? line : undefined;
    const isRefused = thing !== undefined && !canTake(booking, thing);
    setRefused(isRefused ? thing : null);
    if (!isRefused && (thing || time.startsAt !== booking.startsAt)) onMove(booking, { ...time, thing });
  };
  return { drop, refused };
}
