import { useIntl } from 'react-intl';
import { noonOf, type DayKey } from '../../../shared/i18n/day-key.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';

interface Props {
  days: readonly DayKey[];
  value: DayKey;
  hasTimes: (day: DayKey) => boolean;
  onChange: (day: DayKey) => void;
}

export function DayChoice({ days, value, hasTimes, onChange }: Props) {
  const t = useT();
  const intl = useIntl();
  const weekday = (day: DayKey) => intl.formatDate(noonOf(day), { timeZone: 'UTC', weekday: 'short' });
  const date = (day: DayKey) => intl.formatDate(noonOf(day), { timeZone: 'UTC', day: 'numeric', month: 'numeric' });
  return (
    <ChoiceGroup
      label={t('booking.day')}
      value={value}
      onChange={onChange}
      strip
      choices={days.map((day, index) => ({
        value: day,
        muted: !hasTimes(day),
        content: (
          <>
            <span className="day-name">{index === 0 ? t('time.today') : weekday(day)}</span>
            <span className="numeric">{date(day)}</span>
            {!hasTimes(day) && <span className="visually-hidden">{t('booking.dayFull')}</span>}
          </>
        ),
      }))}
    />
  );
}
