import { useT } from '../../../shared/i18n/use-t.js';
import type { DatesDraft } from './dates-draft.js';
import { TimesFields } from './times-fields.js';

interface Props {
  draft: DatesDraft;
  onChange: (part: Partial<DatesDraft>) => void;
}

/** The new time of the named date; the others move by as much. */
export function MoveFields({ draft, onChange }: Props) {
  const t = useT();
  return (
    <>
      <TimesFields dayLabel={t('plan.newDay')} draft={draft} onChange={onChange} />
      {draft.scope !== 'one' && <p className="soft">{t('series.othersMove')}</p>}
    </>
  );
}
