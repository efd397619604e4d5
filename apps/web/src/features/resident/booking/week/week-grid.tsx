import { useId } from 'react';
import { useIntl } from 'react-intl';
import type { GridPlace } from '../../../../shared/calendar/grid-move.js';
import { useGridFocus } from '../../../../shared/calendar/use-grid-focus.js';
import { noonOf, type DayKey } from '../../../../shared/i18n/day-key.js';
import { useT } from '../../../../shared/i18n/use-t.js';
import type { WeekCell } from './week-cells.js';
import { WeekCellButton } from './week-cell-button.js';
import './week-grid.css';

interface Props {
  label: string;
  days: readonly DayKey[];
  today: DayKey;
  rows: readonly (readonly WeekCell[])[];
  onPick: (cell: WeekCell) => void;
  /** One week back or on. */
  onTurn: (weeks: -1 | 1) => void;
}

/** Hours down, days across. One stop for Tab; arrows, Home, End and the page keys move inside it. */
export function WeekGrid({ label, days, today, rows, onPick, onTurn }: Props) {
  const t = useT();
  const intl = useIntl();
  const hintId = useId();
  const { table, stop, setStop, onKeyDown } = useGridFocus({
    rows: rows.length,
    columns: days.length,
    start: firstFree(rows),
    onTurn,
  });
  const head = (day: DayKey) => ({
    weekday: intl.formatDate(noonOf(day), { timeZone: 'UTC', weekday: 'short' }),
    date: intl.formatDate(noonOf(day), { timeZone: 'UTC', day: 'numeric', month: 'numeric' }),
  });
  return (
    <div className="week-grid-frame">
      <p id={hintId} className="visually-hidden">
        {t('week.keys')}
      </p>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the ARIA pattern of a grid
        role="grid"
        aria-label={label}
        aria-describedby={hintId}
        className="week-grid"
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('week.hour')}</span>
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className={day === today ? 'week-today' : undefined}>
                <span className="day-name">{head(day).weekday}</span>
                <span className="numeric">{head(day).date}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row[0]?.hour}>
              <th scope="row" className="numeric">
                {row[0]?.hour}
              </th>
              {row.map((cell, column) => (
                <td key={cell.day}>
                  <WeekCellButton
                    cell={cell}
                    isStop={stop.row === rowIndex && stop.column === column}
                    onFocus={() => setStop({ row: rowIndex, column })}
                    onPick={onPick}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where Tab comes in: the first time that can be had. */
function firstFree(rows: readonly (readonly WeekCell[])[]): GridPlace {
  for (const column of rows[0]?.keys() ?? []) {
    const row = rows.findIndex((cells) => cells[column]?.state === 'free');
    if (row !== -1) return { row, column };
  }
  return { row: 0, column: 0 };
}
