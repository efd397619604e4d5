import type { TimeRange } from '#libs/contracts';
import { addDays, weekNumber, weekOf } from '../../../../shared/calendar/week-days.js';
import type { DayKey } from '../../../../shared/i18n/day-key.js';
import { useT } from '../../../../shared/i18n/use-t.js';
import { Button } from '../../../../shared/ui/button.js';
import { weekRows, type WeekCell } from './week-cells.js';
import { WeekGrid } from './week-grid.js';

interface Props {
  today: DayKey;
  lastDay: DayKey;
  starts: ReadonlyMap<DayKey, readonly string[]>;
  free: readonly TimeRange[];
  busy: readonly TimeRange[];
  mine: readonly TimeRange[];
  /** Milliseconds since the epoch. */
  earliest: number;
  timeZone: string;
  /** A day of the week that one has turned to; null before one has. */
  turned: DayKey | null;
  onTurned: (day: DayKey) => void;
  onPick: (cell: WeekCell) => void;
}

/** Free times a week at a time, from the first week in which something is free. */
export function WeekTimes({ today, lastDay, turned, onTurned, onPick, ...picture }: Props) {
  const t = useT();
  const firstDay = [...picture.starts.keys()].toSorted()[0] ?? today;
  const days = weekOf(turned ?? firstDay);
  const [monday = firstDay, sunday = firstDay] = [days[0], days[6]];
  const canTurn = { [-1]: monday > today, [1]: sunday < lastDay };
  const turn = (weeks: -1 | 1) => {
    if (canTurn[weeks]) onTurned(weeks === 1 ? addDays(sunday, 1) : addDays(monday, -7));
  };
  const rows = weekRows({ ...picture, days });
  const count = rows.flat().filter(({ state }) => state === 'free').length;
  const title = t('week.title', { week: weekNumber(monday) });
  return (
    <section className="stack" aria-labelledby="week-title">
      <div className="week-turn">
        <Button isDisabled={!canTurn[-1]} onPress={() => turn(-1)}>
          {t('week.previous')}
        </Button>
        <h2 id="week-title">{title}</h2>
        <Button isDisabled={!canTurn[1]} onPress={() => turn(1)}>
          {t('week.next')}
        </Button>
      </div>
      <p className="soft" role="status">
        {t('week.count', { count })}
      </p>
      <WeekGrid label={title} days={days} today={today} rows={rows} onPick={onPick} onTurn={turn} />
    </section>
  );
}
