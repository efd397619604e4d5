import { useState } from 'react';
import type { Opening } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Section } from '../section.js';
import { ExceptionDialog, type ExceptionDraft } from './exception-dialog.js';
import { ExceptionRow } from './exception-row.js';
import { HolidayList } from './holiday-list.js';

interface Props {
  opening: Opening;
  hub: HubSummary;
  mayChange: boolean;
}

/** Single days that are not as usual, those that are over aside. */
export function ExceptionList({ opening, hub, mayChange }: Props) {
  const t = useT();
  const [editing, setEditing] = useState<ExceptionDraft>();
  const [today = '', tomorrow = ''] = opening.days.map(({ date }) => date);
  const coming = opening.exceptions.filter(({ date }) => date >= today);
  return (
    <Section title={t('hours.exceptions')} count={coming.length}>
      {coming.length === 0 && <Empty text={t('hours.noExceptions')} />}
      <ul className="stack-tight">
        {coming.map((exception) => (
          <ExceptionRow
            key={exception.date}
            exception={exception}
            opening={opening}
            hub={hub}
            onChange={mayChange ? setEditing : undefined}
          />
        ))}
      </ul>
      {mayChange && (
        <div>
          <Button onPress={() => setEditing({ date: tomorrow, hours: [], reason: '', isFixed: false })}>
            {t('hours.exceptionNew')}
          </Button>
        </div>
      )}
      <HolidayList opening={opening} today={today} onOpen={mayChange ? setEditing : undefined} />
      {editing && <ExceptionDialog start={editing} opening={opening} hub={hub} onClose={() => setEditing(undefined)} />}
    </Section>
  );
}
