import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { NumberField } from '../numbers/number-field.js';
import { weekdays, type Rhythm } from './recurrence-rule.js';
import { everyLimits, mostDates, type SeriesDraft } from './series-draft.js';
import { useWeekdayName } from './use-series-words.js';

interface Props {
  draft: SeriesDraft;
  onChange: (part: Partial<SeriesDraft>) => void;
}

const rhythms: readonly Rhythm[] = ['weekly', 'daily', 'monthly_day', 'monthly_weekday', 'once'];
const units = { weekly: 'weeks', daily: 'days', monthly_day: 'months', monthly_weekday: 'months' } as const;

/** Once, or how often, on which days of the week, and until when. */
export function RepeatFields({ draft, onChange }: Props) {
  const t = useT();
  return (
    <>
      <ChoiceGroup
        label={t('series.rhythm')}
        value={draft.rhythm}
        choices={rhythms.map((rhythm) => ({ value: rhythm, content: t(`seriesRhythm.${rhythm}`) }))}
        onChange={(value) => onChange({ rhythm: rhythms.find((rhythm) => rhythm === value) ?? 'weekly' })}
      />
      {draft.rhythm !== 'once' && <Repetition draft={draft} rhythm={draft.rhythm} onChange={onChange} />}
    </>
  );
}

interface RepetitionProps extends Props {
  rhythm: keyof typeof units;
}

function Repetition({ draft, rhythm, onChange }: RepetitionProps) {
  const t = useT();
  const weekdayName = useWeekdayName();
  return (
    <>
      {rhythm === 'weekly' && (
        <CheckboxGroup
          className="choice-group"
          isRequired
          isInvalid={draft.weekdays.length === 0}
          value={[...draft.weekdays]}
          onChange={(chosen) => onChange({ weekdays: weekdays.filter((weekday) => chosen.includes(weekday)) })}
        >
          <Label className="field-label">{t('series.weekdays')}</Label>
          <div className="choices">
            {weekdays.map((weekday) => (
              <Checkbox key={weekday} value={weekday} className="choice" aria-label={weekdayName(weekday, 'long')}>
                {weekdayName(weekday)}
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
      <NumberField
        label={t(`seriesEvery.${units[rhythm]}`)}
        value={draft.every}
        limits={everyLimits}
        onChange={(every) => onChange({ every })}
      />
      <ChoiceGroup
        label={t('series.ends')}
        value={draft.ends}
        choices={[
          { value: 'count', content: t('series.endsByCount') },
          { value: 'until', content: t('series.endsByDay') },
        ]}
        onChange={(ends) => onChange({ ends: ends === 'until' ? 'until' : 'count' })}
      />
      {draft.ends === 'count' ? (
        <NumberField
          label={t('series.count')}
          value={draft.count}
          limits={{ min: 1, max: mostDates }}
          onChange={(count) => onChange({ count })}
        />
      ) : (
        <TextField
          label={t('series.until')}
          type="date"
          isRequired
          value={draft.until}
          onChange={(until) => onChange({ until })}
        />
      )}
    </>
  );
}
