import type { PersonalDataRead } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useReads } from './use-reads.js';

export function ReadsList() {
  const t = useT();
  const reads = useReads();
  return (
    <QueryView query={reads} placeholders={1}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{t('privacy.noReads')}</p>
        ) : (
          <ul className="stack-tight">
            {items.map((read, index) => (
              <ReadRow key={`${read.at}-${index}`} read={read} />
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}

function ReadRow({ read }: { read: PersonalDataRead }) {
  const t = useT();
  const { dayTime } = useFormats('Europe/Helsinki');
  const when = dayTime(read.at);
  return (
    <li>
      <p>{t('privacy.read', { what: t(`readKind.${read.kind}`), role: t(`readRole.${read.role}`) })}</p>
      <p className="numeric">{read.hub === null ? when : t('privacy.inHub', { when, hub: read.hub })}</p>
    </li>
  );
}
