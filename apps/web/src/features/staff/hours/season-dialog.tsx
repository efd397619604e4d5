import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Opening } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { ChangeFoot } from './change-foot.js';
import { monthDayOf, seasonDraftOf, seasonOf } from './season-draft.js';
import { useHoursChange } from './use-opening.js';
import { WeekFields } from './week-fields.js';

interface Props {
  /** Which of the seasons; the one behind the last is new. */
  place: number;
  opening: Opening;
  hub: HubSummary;
  onClose: () => void;
}

export function SeasonDialog({ place, opening, hub, onClose }: Props) {
  const t = useT();
  const season = opening.seasons[place];
  const [draft, setDraft] = useState(() => seasonDraftOf(season, opening.week));
  const change = useHoursChange(hub.slug, opening);
  const set = (part: Partial<typeof draft>) => {
    change.forget();
    setDraft({ ...draft, ...part });
  };
  const faultOf = (day: string) => (day === '' || monthDayOf(day) ? undefined : t('hours.noDay'));
  return (
    <Dialog title={t(season ? 'hours.seasonChange' : 'hours.seasonNew')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = seasonOf(draft);
          if (typed) change.ask({ seasons: opening.seasons.toSpliced(place, 1, typed) });
        }}
      >
        <TextField
          label={t('hours.seasonName')}
          isRequired
          autoFocus
          maxLength={100}
          value={draft.name}
          onChange={(name) => set({ name })}
        />
        <div className="row">
          <TextField
            label={t('hours.seasonFrom')}
            hint={t('hours.monthDayHint')}
            isRequired
            value={draft.from}
            fault={faultOf(draft.from)}
            onChange={(from) => set({ from })}
          />
          <TextField
            label={t('hours.seasonTo')}
            hint={t('hours.monthDayHint')}
            isRequired
            value={draft.to}
            fault={faultOf(draft.to)}
            onChange={(to) => set({ to })}
          />
        </div>
        <WeekFields week={draft.week} onChange={(week) => set({ week })} />
        <ChangeFoot change={change} days={opening.days} hub={hub} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
