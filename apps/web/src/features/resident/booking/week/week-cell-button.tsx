import { useIntl } from 'react-intl';
import { noonOf } from '../../../../shared/i18n/day-key.js';
import { useT } from '../../../../shared/i18n/use-t.js';
import type { CellState, WeekCell } from './week-cells.js';

interface Props {
  cell: WeekCell;
  /** Whether Tab stops here. */
  isStop: boolean;
  onFocus: () => void;
  onPick: (cell: WeekCell) => void;
}

/** What is free is booked, what is taken can be waited for; the rest is only read. */
const canPress = (state: CellState) => state === 'free' || state === 'booked';

export function WeekCellButton({ cell, isStop, onFocus, onPick }: Props) {
  const t = useT();
  const intl = useIntl();
  const { day, hour, state } = cell;
  const date = intl.formatDate(noonOf(day), { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'numeric' });
  return (
    <button
      type="button"
      tabIndex={isStop ? 0 : -1}
      className={`week-cell week-cell-${state}`}
      aria-label={t('week.cell', { day: date, hour, state: t(`weekState.${state}`) })}
      aria-disabled={!canPress(state)}
      onFocus={onFocus}
      onClick={() => canPress(state) && onPick(cell)}
    >
      <span aria-hidden="true">{t(`weekMark.${state}`)}</span>
    </button>
  );
}
