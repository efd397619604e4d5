import { useIntl } from 'react-intl';
import { weekNumber, weekOf } from '../../../shared/calendar/week-days.js';
import { noonOf, type DayKey } from '../../../shared/i18n/day-key.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { TextField } from '../../../shared/ui/text-field.js';

export type PlanView = 'day' | 'week';

interface Props {
  view: PlanView;
  day: DayKey;
  onView: (view: PlanView) => void;
  onDay: (day: DayKey) => void;
  onToday: () => void;
  onTurn: (pages: -1 | 1) => void;
}

export function PlanControls({ view, day, onView, onDay, onToday, onTurn }: Props) {
  const t = useT();
  const intl = useIntl();
  const date = intl.formatDate(noonOf(day), { timeZone: 'UTC', dateStyle: 'full' });
  const title = view === 'day' ? date : t('plan.weekTitle', { week: weekNumber(weekOf(day)[0] ?? day) });
  return (
    <div className="plan-controls">
      <h2 aria-live="polite" className="plan-date">
        {title}
      </h2>
      <div className="button-row">
        <Button onPress={() => onTurn(-1)}>{t(`plan.previous.${view}`)}</Button>
        <Button onPress={onToday}>{t('plan.today')}</Button>
        <Button onPress={() => onTurn(1)}>{t(`plan.next.${view}`)}</Button>
      </div>
      <TextField label={t('plan.date')} type="date" value={day} onChange={(value) => value && onDay(value)} />
      <ChoiceGroup
        label={t('plan.view')}
        value={view}
        onChange={(value) => onView(value === 'week' ? 'week' : 'day')}
        choices={[
          { value: 'day', content: t('plan.day') },
          { value: 'week', content: t('plan.week') },
        ]}
      />
    </div>
  );
}
