import type { Opening } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import type { DayKey } from '../../../shared/i18n/day-key.js';
import { Button } from '../../../shared/ui/button.js';
import type { ExceptionDraft } from './exception-dialog.js';
import { useHoursText } from './use-hours-text.js';

interface Props {
  opening: Opening;
  today: DayKey;
  /** Undefined for those who may only look. */
  onOpen: ((draft: ExceptionDraft) => void) | undefined;
}

const usual = [{ opens: '09:00', closes: '17:00' }];

/** Public holidays to come, on which the hub is closed unless it makes an exception. */
export function HolidayList({ opening, today, onOpen }: Props) {
  const t = useT();
  const text = useHoursText();
  const excepted = new Set(opening.exceptions.map(({ date }) => date));
  const coming = opening.holidays.filter(({ date }) => date >= today && !excepted.has(date));
  if (coming.length === 0) return null;
  return (
    <details className="card hours-holidays">
      <summary>{t('hours.holidays', { count: coming.length })}</summary>
      <ul>
        {coming.map(({ date, name }) => (
          <li key={date} className="spread">
            <span>
              {text.fullDay(date)} <span className="soft">· {name}</span>
            </span>
            {onOpen && (
              <Button tone="quiet" onPress={() => onOpen({ date, hours: usual, reason: name, isFixed: true })}>
                {t('hours.openHoliday')}
                <span className="visually-hidden"> {text.fullDay(date)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
