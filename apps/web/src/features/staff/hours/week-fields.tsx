import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { DayFields } from './day-fields.js';
import { useHoursText } from './use-hours-text.js';
import { weekdays, type WeekDraft } from './week-draft.js';

interface Props {
  week: WeekDraft;
  onChange: (week: WeekDraft) => void;
}

/** Seven days, each of which can be made like the one before it. */
export function WeekFields({ week, onChange }: Props) {
  const t = useT();
  const { weekday: nameOf } = useHoursText();
  return (
    <div className="week-fields">
      {weekdays.map((weekday, index) => {
        const before = weekdays[index - 1];
        return (
          <DayFields
            key={weekday}
            name={nameOf(index)}
            day={week[weekday]}
            onChange={(day) => onChange({ ...week, [weekday]: day })}
          >
            {before && (
              <Button tone="quiet" onPress={() => onChange({ ...week, [weekday]: week[before] })}>
                {t('hours.likeBefore')}
                <span className="visually-hidden"> ({nameOf(index)})</span>
              </Button>
            )}
          </DayFields>
        );
      })}
    </div>
  );
}
