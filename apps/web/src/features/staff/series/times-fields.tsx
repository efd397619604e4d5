import { useT } from '../../../shared/i18n/use-t.js';
import type { DayKey } from '../../../shared/i18n/day-key.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { minutesBetween } from './series-draft.js';

interface Times {
  day: DayKey;
  /** Wall-clock times, `HH:MM`; empty while they are typed. */
  from: string;
  to: string;
}

interface Props {
  dayLabel: string;
  draft: Times;
  onChange: (part: Partial<Times>) => void;
}

/** A day, from when, until when; says so when the end is not behind the beginning. */
export function TimesFields({ dayLabel, draft, onChange }: Props) {
  const t = useT();
  const isUpsideDown = draft.from !== '' && draft.to !== '' && minutesBetween(draft.from, draft.to) === undefined;
  return (
    <div className="series-times">
      <TextField label={dayLabel} type="date" isRequired value={draft.day} onChange={(day) => onChange({ day })} />
      <TextField
        label={t('series.from')}
        type="time"
        isRequired
        value={draft.from}
        onChange={(from) => onChange({ from })}
      />
      <TextField
        label={t('series.to')}
        type="time"
        isRequired
        value={draft.to}
        fault={isUpsideDown ? t('series.upsideDown') : undefined}
        onChange={(to) => onChange({ to })}
      />
    </div>
  );
}
