import { useState } from 'react';
import type { Closure, OpeningDay } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { weekNumber, weekOf } from '../../../shared/calendar/week-days.js';
import type { DayKey } from '../../../shared/i18n/day-key.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { closuresOn } from './closures-on.js';
import { useHoursText } from './use-hours-text.js';

interface Props {
  /** Today is the first. */
  days: readonly OpeningDay[];
  closures: readonly Closure[];
  hub: HubSummary;
}

const firstWeeks = 3;

/** The coming weeks as people will find them: when the hub is open, and why when that is not as usual. */
export function ComingDays({ days, closures, hub }: Props) {
  const t = useT();
  const [isWhole, setIsWhole] = useState(false);
  const mondays = [...new Set(days.map(({ date }) => mondayOf(date)))];
  return (
    <>
      <ol className="hours-weeks">
        {mondays.slice(0, isWhole ? mondays.length : firstWeeks).map((monday) => (
          <li key={monday} className="hours-week">
            <h3 className="hours-week-name">{t('hours.weekNumber', { number: weekNumber(monday) })}</h3>
            <ul className="hours-days">
              {days
                .filter(({ date }) => mondayOf(date) === monday)
                .map((day) => (
                  <Day
                    key={day.date}
                    day={day}
                    closures={closuresOn(day.date, closures, hub.timeZone)}
                    isToday={day === days[0]}
                  />
                ))}
            </ul>
          </li>
        ))}
      </ol>
      <div className="button-row">
        <Button aria-expanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
          {t(isWhole ? 'hours.fewerWeeks' : 'hours.allWeeks')}
        </Button>
        <ButtonLink href="/staff/closing">{t('hours.toClosing')}</ButtonLink>
      </div>
    </>
  );
}

function mondayOf(date: DayKey): DayKey {
  return weekOf(date)[0] ?? date;
}

interface DayProps {
  day: OpeningDay;
  closures: readonly Closure[];
  isToday: boolean;
}

function Day({ day, closures, isToday }: DayProps) {
  const t = useT();
  const text = useHoursText();
  const { date, hours, source, name } = day;
  const why = source === 'week' ? null : name ? t(`hours.because.${source}`, { name }) : t('hours.because.other');
  return (
    <li
      className="hours-day"
      data-weekday={weekOf(date).indexOf(date) + 1}
      data-closed={hours.length === 0 || undefined}
      aria-current={isToday ? 'date' : undefined}
    >
      <p className="hours-day-name">
        {text.day(date)}
        {isToday && <span className="hours-today"> {t('time.today')}</span>}
      </p>
      <p className="hours-day-hours numeric">{text.hours(hours)}</p>
      {why !== null && <p className="hours-day-why">{why}</p>}
      {closures.map(({ id, reason }) => (
        <p key={id} className="hours-day-why hours-day-closure">
          {t('hours.because.closure', { name: reason })}
        </p>
      ))}
    </li>
  );
}
