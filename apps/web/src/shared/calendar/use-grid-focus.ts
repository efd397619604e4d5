import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { gridMove, type GridPlace } from './grid-move.js';

interface Grid {
  rows: number;
  columns: number;
  /** Where Tab comes in before one has moved. */
  start: GridPlace;
  /** The page keys: one page back or on. */
  onTurn: (pages: -1 | 1) => void;
}

interface GridFocus {
  table: RefObject<HTMLTableElement | null>;
  /** The only cell at which Tab stops. */
  stop: GridPlace;
  setStop: (place: GridPlace) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The roving focus of a grid: one stop for Tab, and the keys that move it. */
export function useGridFocus({ rows, columns, start, onTurn }: Grid): GridFocus {
  const table = useRef<HTMLTableElement>(null);
  const isMoving = useRef(false);
  const [wanted, setStop] = useState<GridPlace | null>(null);
  const { row, column } = wanted ?? start;
  // Another page may be smaller.
  const stop = { row: Math.max(0, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) };
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    table.current?.querySelector<HTMLElement>('tbody [tabindex="0"]')?.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const pages = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : undefined;
    const next = gridMove(event.key, stop, { rows, columns }, event.ctrlKey);
    if (!next && !pages) return;
    event.preventDefault();
    isMoving.current = true;
    setStop(next ?? stop);
    if (pages) onTurn(pages);
  };
  return { table, stop, setStop, onKeyDown };
}
