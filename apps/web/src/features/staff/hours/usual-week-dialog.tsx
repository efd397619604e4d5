import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Opening } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ChangeFoot } from './change-foot.js';
import { useHoursChange } from './use-opening.js';
import { weekDraftOf, weekOfDraft } from './week-draft.js';
import { WeekFields } from './week-fields.js';

interface Props {
  opening: Opening;
  hub: HubSummary;
  onClose: () => void;
}

export function UsualWeekDialog({ opening, hub, onClose }: Props) {
  const t = useT();
  const [draft, setDraft] = useState(() => weekDraftOf(opening.week));
  const change = useHoursChange(hub.slug, opening);
  return (
    <Dialog title={t('hours.usualChange')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const week = weekOfDraft(draft);
          if (week) change.ask({ week });
        }}
      >
        <WeekFields
          week={draft}
          onChange={(week) => {
            change.forget();
            setDraft(week);
          }}
        />
        <ChangeFoot change={change} days={opening.days} hub={hub} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
