import { useIntl } from 'react-intl';
import { noonOf, type DayKey } from '../../../shared/i18n/day-key.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { byPartOfDay } from './part-of-day.js';

interface Props {
  day: DayKey;
  times: readonly string[];
  /** The next day on which something is free. */
  nextDay: DayKey | undefined;
  timeZone: string;
  onDay: (day: DayKey) => void;
  onPick: (startsAt: string) => void;
  /** Somebody would take a time of this day, should one become free. */
  onWait: (() => void) | undefined;
}

export function FreeTimes({ day, times, nextDay, timeZone, onDay, onPick, onWait }: Props) {
  const t = useT();
  const intl = useIntl();
  const formats = useFormats(timeZone);
  const dayName = (each: DayKey) =>
    intl.formatDate(noonOf(each), { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'numeric' });
  return (
    <section className="stack" aria-labelledby="free-times">
      <h2 id="free-times">{t('booking.freeTimes', { day: dayName(day) })}</h2>
      <p className="visually-hidden" role="status">
        {t('booking.freeTimesCount', { count: times.length })}
      </p>
      {times.length === 0 && (
        <Empty text={t('booking.noTimes')}>
          <div className="button-row">
            {nextDay && (
              <Button onPress={() => onDay(nextDay)}>{t('booking.nextDay', { day: dayName(nextDay) })}</Button>
            )}
            {onWait && <Button onPress={onWait}>{t('waiting.ask')}</Button>}
          </div>
        </Empty>
      )}
      {byPartOfDay(times, timeZone).map(({ part, instants }) => (
        <div key={part} className="stack-tight">
          <h3>{t(`booking.${part}`)}</h3>
          <ul className="time-buttons">
            {instants.map((instant) => (
              <li key={instant}>
                <Button onPress={() => onPick(instant)}>
                  <span className="numeric">{formats.time(instant)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {onWait && times.length > 0 && (
        <p className="row soft">
          {t('waiting.noneFits')}
          <span className="button-row">
            <Button tone="quiet" onPress={onWait}>
              {t('waiting.ask')}
            </Button>
          </span>
        </p>
      )}
    </section>
  );
}
