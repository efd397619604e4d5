import type { PrinterCare } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Section } from '../section.js';

interface Props {
  history: PrinterCare['history'];
  timeZone: string;
}

export function CareHistory({ history, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  return (
    <Section title={t('care.history')}>
      {history.length === 0 ? (
        <Empty text={t('care.noHistory')} />
      ) : (
        <ul className="stack-tight">
          {history.map((entry) => (
            <li key={entry.id} className="card stack-tight">
              <h3>{entry.task}</h3>
              {entry.note && <p>{entry.note}</p>}
              <p className="soft">
                {formats.dayTime(entry.doneAt)}, {entry.person.displayName}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
