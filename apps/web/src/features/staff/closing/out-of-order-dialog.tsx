import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { OutOfOrder, Resource } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { instantAt } from '../../../shared/i18n/wall-time.js';
import { Button } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { ImpactList } from './impact-list.js';
import { useOutOfOrderPreview, usePutOutOfOrder } from './use-closing.js';

interface Props {
  unit: Resource;
  hub: HubSummary;
  onClose: () => void;
}

/** Why, perhaps until when, then whom it concerns, and only then it is done. */
export function OutOfOrderDialog({ unit, hub, onClose }: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [lastDay, setLastDay] = useState('');
  const target = { hub: hub.slug, slug: unit.slug };
  const preview = useOutOfOrderPreview(target);
  const put = usePutOutOfOrder(target);
  const error = put.error ?? preview.error;
  const until = lastDay === '' ? {} : { until: new Date(instantAt(lastDay, '24:00', hub.timeZone)).toISOString() };
  const body: OutOfOrder = { reason: reason.trim(), ...until };
  const changed = (change: () => void) => {
    preview.reset();
    put.reset();
    change();
  };
  return (
    <Dialog title={t('closing.putOutTitle', { name: unit.name })} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          preview.mutate(body);
        }}
      >
        <TextField
          label={t('closing.reason')}
          hint={t('closing.reasonHint')}
          isRequired
          autoFocus
          maxLength={500}
          value={reason}
          onChange={(text) => changed(() => setReason(text))}
        />
        <TextField
          label={t('closing.lastDay')}
          hint={t('closing.lastDayHint')}
          type="date"
          value={lastDay}
          onChange={(day) => changed(() => setLastDay(day))}
        />
        {error && <ProblemNotice error={error} timeZone={hub.timeZone} />}
        <div role="status" className="stack">
          {preview.data && <ImpactList impact={preview.data} timeZone={hub.timeZone} />}
        </div>
        <div className="button-row">
          {preview.data ? (
            <Button tone="danger" isPending={put.isPending} onPress={() => put.mutate(body, { onSuccess: onClose })}>
              {t('closing.putOut')}
            </Button>
          ) : (
            <Button type="submit" tone="primary" isPending={preview.isPending}>
              {t('closing.preview')}
            </Button>
          )}
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
