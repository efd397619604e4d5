import { useCallback, useEffect, useState } from 'react';
import type { Category } from '#libs/contracts';

/** What somebody is doing at the screen. */
export type Visit = { kind: 'check-in' } | { kind: 'things'; category: Category };

const visitMilliseconds = 60_000;

export interface VisitState {
  /** Null while the screen shows the board. */
  visit: Visit | null;
  /** Until the board comes back by itself. */
  secondsLeft: number;
  begin: (visit: Visit) => void;
  end: () => void;
}

/**
 * Somebody at the screen: ends a minute after the last touch or key, and leaves nothing behind.
 * @param now told again every second
 */
export function useVisit(now: number): VisitState {
  const [begun, setBegun] = useState<Visit | null>(null);
  const [touchedAt, setTouchedAt] = useState(0);
  const secondsLeft = Math.ceil((touchedAt + visitMilliseconds - now) / 1000);
  const visit = secondsLeft > 0 ? begun : null;
  const isThere = visit !== null;
  useEffect(() => {
    if (!isThere) return;
    const touch = () => setTouchedAt(Date.now());
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, touch);
    return () => {
      for (const event of events) window.removeEventListener(event, touch);
    };
  }, [isThere]);
  const begin = useCallback((wanted: Visit) => {
    setTouchedAt(Date.now());
    setBegun(wanted);
  }, []);
  const end = useCallback(() => setBegun(null), []);
  return { visit, secondsLeft, begin, end };
}
