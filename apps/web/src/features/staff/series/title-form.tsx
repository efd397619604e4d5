import type { Series } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Section } from '../section.js';
import { SettingsForm } from '../settings-form/settings-form.js';
import { useSettingsDraft } from '../settings-form/use-settings-draft.js';
import { PublicTitleField } from './public-title-field.js';
import { useRetitle, type TitledSeries } from './use-series.js';

interface Props {
  series: Series;
  reload: () => Promise<Series | undefined>;
}

const draftOf = ({ version, publicTitle }: TitledSeries) => ({ version, known: publicTitle, typed: publicTitle ?? '' });

/** Puts a series on the hub's board, calls it something else there, or takes it off. */
export function TitleForm({ series, reload }: Props) {
  const t = useT();
  const form = useSettingsDraft({
    saved: series,
    draftOf,
    // A date that was moved meanwhile is no reason to refuse a title; another title is.
    settingsOf: ({ version, known, typed }) => ({
      version: known === series.publicTitle ? series.version : version,
      publicTitle: typed.trim() || null,
    }),
    save: useRetitle(series.id),
    reload,
  });
  return (
    <Section title={t('series.inProgramme')}>
      <SettingsForm form={form} savedText={t('series.titleSaved')}>
        <PublicTitleField value={form.draft.typed} onChange={(typed) => form.set({ typed })} />
      </SettingsForm>
    </Section>
  );
}
