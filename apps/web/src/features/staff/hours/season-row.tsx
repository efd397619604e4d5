import type { Opening } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { useHoursText } from './use-hours-text.js';
import { WeekFacts } from './week-facts.js';

interface Props {
  season: Opening['seasons'][number];
  /** Both undefined for those who may only look. */
  onChange?: () => void;
  onRemove?: () => void;
}

export function SeasonRow({ season: { name, from, to, week }, onChange, onRemove }: Props) {
  const t = useT();
  const text = useHoursText();
  return (
    <li className="card stack">
      <div className="spread">
        <h3>{name}</h3>
        <p className="numeric">{t('hours.fromTo', { from: text.monthDay(from), to: text.monthDay(to) })}</p>
      </div>
      <WeekFacts week={week} />
      {onChange && onRemove && (
        <div className="button-row">
          <Button onPress={onChange}>
            {t('hours.change')}
            <span className="visually-hidden"> {name}</span>
          </Button>
          <Button onPress={onRemove}>
            {t('hours.remove')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
