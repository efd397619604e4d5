import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Series } from '#libs/contracts';
import { seriesScopes } from './series-scopes.js';
import { isProblem } from '../../../shared/api/problem.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { Notice } from '../../../shared/ui/notice.js';
import { DateList } from './date-list.js';
import { changeOf, draftOf, type DatesDraft } from './dates-draft.js';
import { MoveFields } from './move-fields.js';
import { SeriesProblem } from './series-problem.js';
import { useChangeDates, useDateChangePreview } from './use-series.js';

interface Props {
  series: Series;
  instance: Series['instances'][number];
  onChanged: (count: number) => void;
  onClose: () => void;
  /** Closes it and shows what holds by now. */
  onReload: () => void;
}

/** Moves or cancels one date, it and the following ones, or all; first one sees what that does. */
export function DatesDialog({ series, instance, onChanged, onClose, onReload }: Props) {
  const t = useT();
  const formats = useFormats(series.timeZone);
  const [draft, setDraft] = useState(() => draftOf(instance, series.timeZone));
  const preview = useDateChangePreview(series);
  const apply = useChangeDates(series);
  const change = changeOf(draft);
  const error = apply.error ?? preview.error;
  const dates = preview.data?.items;
  const conflicts = dates?.filter(({ reasons }) => reasons.length > 0).length ?? 0;
  const set = (part: Partial<DatesDraft>) => {
    preview.reset();
    apply.reset();
    setDraft({ ...draft, ...part });
  };
  const request = change && { bookingId: instance.bookingId, scope: draft.scope, change };
  return (
    <Dialog title={t('series.changeTitle')} onClose={onClose}>
      <p className="numeric">{formats.dayTimeRange(instance.startsAt, instance.endsAt)}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (request) preview.mutate(request);
        }}
      >
        {series.instances.length > 1 && (
          <ChoiceGroup
            label={t('series.scope')}
            value={draft.scope}
            choices={seriesScopes.map((scope) => ({ value: scope, content: t(`seriesScope.${scope}`) }))}
            onChange={(value) => set({ scope: seriesScopes.find((scope) => scope === value) ?? 'one' })}
          />
        )}
        <ChoiceGroup
          label={t('series.act')}
          value={draft.action}
          choices={[
            { value: 'move', content: t('series.move') },
            { value: 'cancel', content: t('series.cancel') },
          ]}
          onChange={(value) => set({ action: value === 'cancel' ? 'cancel' : 'move' })}
        />
        {draft.action === 'move' && <MoveFields draft={draft} onChange={set} />}
        {error && <SeriesProblem error={error} timeZone={series.timeZone} />}
        <div role="status" className="stack">
          {conflicts > 0 && <Notice tone="warning" title={t('series.cannotMove', { conflicts })} live={false} />}
          {dates && <DateList dates={dates} timeZone={series.timeZone} />}
        </div>
        <div className="button-row">
          {isProblem(error, 412) ? (
            <Button tone="primary" onPress={onReload}>
              {t('staff.reload')}
            </Button>
          ) : dates && request && conflicts === 0 ? (
            <Button
              tone={draft.action === 'cancel' ? 'danger' : 'primary'}
              isPending={apply.isPending}
              onPress={() => apply.mutate(request, { onSuccess: () => onChanged(dates.length) })}
            >
              {t(draft.action === 'cancel' ? 'series.doCancel' : 'series.doMove', { count: dates.length })}
            </Button>
          ) : (
            <Button type="submit" tone="primary" isPending={preview.isPending}>
              {t('series.previewChange')}
            </Button>
          )}
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
