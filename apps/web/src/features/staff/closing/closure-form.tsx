import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { CreateClosure } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { instantAt } from '../../../shared/i18n/wall-time.js';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { Section } from '../section.js';
import { ImpactList } from './impact-list.js';
import { useCloseHub, useClosurePreview } from './use-closing.js';

const empty = { fromDay: '', fromTime: '00:00', toDay: '', toTime: '23:59', reason: '' };

/** Closing is done in two steps: first one sees whom it concerns. */
export function ClosureForm({ hub }: { hub: HubSummary }) {
  const t = useT();
  const [draft, setDraft] = useState(empty);
  const preview = useClosurePreview(hub.slug);
  const close = useCloseHub(hub.slug);
  const error = close.error ?? preview.error;
  const set = (part: Partial<typeof empty>) => {
    preview.reset();
    close.reset();
    setDraft({ ...draft, ...part });
  };
  const send = (what: typeof preview, onSuccess?: () => void) =>
    what.mutate(closureOf(draft, hub.timeZone), { onSuccess: () => onSuccess?.() });
  return (
    <Section title={t('closing.new')}>
      <Form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          send(preview);
        }}
      >
        <div className="row">
          <TextField
            label={t('closing.fromDay')}
            type="date"
            isRequired
            value={draft.fromDay}
            onChange={(fromDay) => set({ fromDay, toDay: draft.toDay || fromDay })}
          />
          <TextField
            label={t('closing.fromTime')}
            type="time"
            isRequired
            value={draft.fromTime}
            onChange={(fromTime) => set({ fromTime })}
          />
        </div>
        <div className="row">
          <TextField
            label={t('closing.toDay')}
            type="date"
            isRequired
            value={draft.toDay}
            onChange={(toDay) => set({ toDay })}
          />
          <TextField
            label={t('closing.toTime')}
            type="time"
            isRequired
            value={draft.toTime}
            onChange={(toTime) => set({ toTime })}
          />
        </div>
        <TextField
          label={t('closing.reason')}
          hint={t('closing.reasonHint')}
          isRequired
          maxLength={500}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
        />
        {error && <ProblemNotice error={error} timeZone={hub.timeZone} />}
        <div role="status" className="stack">
          {preview.data && <ImpactList impact={preview.data.impact} timeZone={hub.timeZone} />}
        </div>
        <div className="button-row">
          {preview.data ? (
            <Button
              tone="danger"
              isPending={close.isPending}
              onPress={() =>
                send(close, () => {
                  preview.reset();
                  setDraft(empty);
                })
              }
            >
              {t('closing.close')}
            </Button>
          ) : (
            <Button type="submit" tone="primary" isPending={preview.isPending}>
              {t('closing.preview')}
            </Button>
          )}
        </div>
      </Form>
    </Section>
  );
}

/** A closure to 23.59 lasts to midnight. */
function closureOf({ fromDay, fromTime, toDay, toTime, reason }: typeof empty, timeZone: string): CreateClosure {
  const to = toTime === '23:59' ? '24:00' : toTime;
  return {
    from: new Date(instantAt(fromDay, fromTime, timeZone)).toISOString(),
    to: new Date(instantAt(toDay, to, timeZone)).toISOString(),
    reason: reason.trim(),
  };
}
