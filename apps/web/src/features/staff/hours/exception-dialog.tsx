import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Opening } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import type { DayKey } from '../../../shared/i18n/day-key.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { ChangeFoot } from './change-foot.js';
import { DayFields } from './day-fields.js';
import { useHoursChange } from './use-opening.js';
import { dayDraftOf, hoursOf, withSpan } from './week-draft.js';

/** The exception that a date has or may get. */
export interface ExceptionDraft {
  date: DayKey;
  hours: Opening['exceptions'][number]['hours'];
  reason: string;
  /** Whether the date is given and stays. */
  isFixed: boolean;
}

interface Props {
  start: ExceptionDraft;
  opening: Opening;
  hub: HubSummary;
  onClose: () => void;
}

/** One date with hours of its own, or closed. */
export function ExceptionDialog({ start, opening, hub, onClose }: Props) {
  const t = useT();
  const [draft, setDraft] = useState({ ...start, day: dayDraftOf(start.hours) });
  const change = useHoursChange(hub.slug, opening);
  const set = (part: Partial<typeof draft>) => {
    change.forget();
    setDraft({ ...draft, ...part });
  };
  const isOpen = draft.day.length > 0;
  return (
    <Dialog title={t(start.isFixed ? 'hours.exceptionChange' : 'hours.exceptionNew')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const hours = hoursOf(draft.day);
          const reason = draft.reason.trim();
          if (hours) change.ask({ date: draft.date, hours, ...(reason !== '' && { reason }) });
        }}
      >
        <TextField
          label={t('hours.date')}
          type="date"
          isRequired
          autoFocus={!start.isFixed}
          isReadOnly={start.isFixed}
          value={draft.date}
          onChange={(date) => set({ date })}
        />
        <ChoiceGroup
          label={t('hours.onThatDay')}
          value={isOpen ? 'open' : 'closed'}
          choices={[
            { value: 'closed', content: t('hours.closedAllDay') },
            { value: 'open', content: t('hours.otherHours') },
          ]}
          onChange={(value) => set({ day: value === 'open' ? withSpan([]) : [] })}
        />
        {isOpen && <DayFields name={t('hours.hoursOfDay')} day={draft.day} onChange={(day) => set({ day })} />}
        <TextField
          label={t('hours.reason')}
          hint={t('hours.reasonHint')}
          maxLength={500}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
        />
        <ChangeFoot change={change} days={opening.days} hub={hub} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
