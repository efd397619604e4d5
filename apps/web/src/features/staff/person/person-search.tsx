import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Pill } from '../../../shared/ui/pill.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { Section } from '../section.js';
import { usePeople } from './use-person.js';

/** Finds somebody who has to do with the hub; a stranger is found by the whole address. */
export function PersonSearch() {
  const t = useT();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = usePeople(wanted);
  return (
    <Section title={t('person.find')}>
      <TextField
        label={t('person.findLabel')}
        hint={t('person.findHint')}
        type="search"
        maxLength={100}
        value={text}
        onChange={setText}
      />
      {wanted.length > 1 && (
        <QueryView query={found} placeholders={1}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty text={t('person.nobody')} />
            ) : (
              <ul className="stack-tight">
                {items.map(({ id, displayName, email, isBlocked }) => (
                  <li key={id} className="card stack-tight">
                    <p>
                      <Link href={`/staff/people/${id}`}>{displayName}</Link>{' '}
                      {isBlocked && <Pill tone="warning">{t('person.blocked')}</Pill>}
                    </p>
                    <p className="soft">{email}</p>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      )}
    </Section>
  );
}
