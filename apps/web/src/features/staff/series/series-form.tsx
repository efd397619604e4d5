import { useState } from 'react';
import { useLocation } from 'wouter';
import { Form } from 'react-aria-components/Form';
import type { CreateSeries, Hub, Resource } from '#libs/contracts';
import { dayKey } from '../../../shared/i18n/day-key.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { Section } from '../section.js';
import { PublicTitleField } from './public-title-field.js';
import { RepeatFields } from './repeat-fields.js';
import { emptyDraft, requestOf, type SeriesDraft } from './series-draft.js';
import { weekdayOf } from './recurrence-rule.js';
import { PreviewedSeries } from './previewed-series.js';
import { SeriesProblem } from './series-problem.js';
import { TargetChoice } from './target-choice.js';
import { TimesFields } from './times-fields.js';
import { useCreateSeries, useSeriesPreview } from './use-series.js';

interface Props {
  hub: Hub;
  resources: readonly Resource[];
}

/** A series is made in two steps: first one sees every date. */
export function SeriesForm({ hub, resources }: Props) {
  const t = useT();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState(() => emptyDraft(dayKey(Date.now(), hub.timeZone)));
  const preview = useSeriesPreview();
  const create = useCreateSeries();
  const request = requestOf(draft, hub.slug);
  const error = create.error ?? preview.error;
  const knownConflicts = preview.data?.items.filter(({ reasons }) => reasons.length > 0).length ?? 0;
  const set = (part: Partial<SeriesDraft>) => {
    preview.reset();
    create.reset();
    setDraft({ ...draft, ...part });
  };
  const make = (mode: CreateSeries['mode']) => {
    if (request === undefined) return;
    create.mutate(
      { ...request, mode },
      {
        onSuccess: ({ id }) => navigate(`/staff/series/${id}`),
        // Somebody was faster: the dates are not what was shown.
        onError: () => knownConflicts === 0 && preview.mutate(request),
      },
    );
  };
  return (
    <Section title={t('series.new')}>
      <Form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (request) preview.mutate(request);
        }}
      >
        <TargetChoice hub={hub} resources={resources} draft={draft} onChange={set} />
        <TimesFields
          dayLabel={t(draft.rhythm === 'once' ? 'series.day' : 'series.firstDay')}
          draft={draft}
          onChange={(part) => set({ ...part, ...(part.day && { weekdays: [weekdayOf(part.day)] }) })}
        />
        <RepeatFields draft={draft} onChange={set} />
        <TextField
          label={t('series.purpose')}
          hint={t('series.purposeHint')}
          maxLength={500}
          value={draft.purpose}
          onChange={(purpose) => set({ purpose })}
        />
        <PublicTitleField value={draft.publicTitle} onChange={(publicTitle) => set({ publicTitle })} />
        {error && <SeriesProblem error={error} timeZone={hub.timeZone} />}
        {preview.data ? (
          <PreviewedSeries
            dates={preview.data.items}
            timeZone={hub.timeZone}
            isPending={create.isPending}
            onMake={make}
          />
        ) : (
          <div>
            <Button type="submit" tone="primary" isPending={preview.isPending}>
              {t('series.preview')}
            </Button>
          </div>
        )}
      </Form>
    </Section>
  );
}
