import { useT } from '../../../shared/i18n/use-t.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { DatesDraft } from './dates-draft.js';
import { minutesBetween } from './series-draft.js';

interface Props {
  draft: DatesDraft;
  onChange: (part: Partial<DatesDraft>) => void;
}

/** The new time of the named date; the others move by as much. */
export function MoveFields({ draft, onChange }: Props) {
  const t = useT();
  const isUpsideDown = draft.from !== '' && draft.to !== '' && minutesBetween(draft.from, draft.to) === undefined;
  return (
    <>
      <div className="series-times">
        <TextField
          label={t('plan.newDay')}
          type="date"
          isRequired
          value={draft.day}
          onChange={(day) => onChange({ day })}
        />
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
      {draft.scope !== 'one' && <p className="soft">{t('series.othersMove')}</p>}
    </>
  );
}
