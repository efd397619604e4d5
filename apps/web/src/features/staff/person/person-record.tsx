import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { useRecord } from './use-person.js';

/** Who did what to somebody's account; nobody can change it. */
export function PersonRecord({ id, timeZone }: { id: string; timeZone: string }) {
  const t = useT();
  const formats = useFormats(timeZone);
  const record = useRecord(id);
  return (
    <Section title={t('person.record')}>
      <QueryView query={record} placeholders={1}>
        {({ items }) => (
          <ul className="stack-tight">
            {items.map((entry) => (
              <li key={entry.id}>
                <span className="soft numeric">{formats.dayTime(entry.at)}</span> {entry.by.name}: {entry.text}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Section>
  );
}
