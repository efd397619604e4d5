import { useState } from 'react';
import type { SetUpHub } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { InUseNotice } from '../resources/in-use-notice.js';
import { useChangeSetUp } from '../resources/use-set-up-hub.js';
import { hubChangeOf, hubDraftOf, type HubDraft } from './hub-draft.js';
import { LanguageChecks } from './language-checks.js';
import { useCountryName } from './use-country-name.js';

interface Props {
  facts: SetUpHub['hub'];
  onClose: () => void;
}

/** The neighbours, too: one that is not here stays what it is. */
const countries = ['FI', 'AX', 'SE', 'NO', 'DK', 'IS', 'EE', 'LV', 'LT'];

export function HubFactsDialog({ facts, onClose }: Props) {
  const t = useT();
  const countryName = useCountryName();
  const [draft, setDraft] = useState(() => hubDraftOf(facts));
  const change = useChangeSetUp(facts.slug);
  const set = (part: Partial<HubDraft>) => {
    change.reset();
    setDraft({ ...draft, ...part });
  };
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/'));
  const choices = (all: readonly string[], present: string, nameOf: (each: string) => string) =>
    [...new Set([present, ...all])].map((value) => ({ value, text: nameOf(value) }));
  return (
    <FormDialog
      title={t('hubFacts.change')}
      action={t('things.save')}
      isPending={change.isPending}
      error={null}
      onSubmit={() => {
        if (draft.languages.length === 0) return;
        change.mutate({ kind: 'hub', change: hubChangeOf(draft, facts) }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <TextField
        label={t('hubFacts.name')}
        isRequired
        autoFocus
        maxLength={100}
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={t('hubFacts.address')}
        maxLength={200}
        value={draft.address}
        onChange={(address) => set({ address })}
      />
      <SelectField
        label={t('hubFacts.country')}
        hint={t('hubFacts.countryHint')}
        value={draft.country}
        choices={choices(countries, facts.country, countryName)}
        onChange={(country) => set({ country })}
      />
      <SelectField
        label={t('hubFacts.timeZone')}
        hint={t('hubFacts.timeZoneHint')}
        value={draft.timeZone}
        choices={choices(zones, facts.timeZone, (zone) => zone)}
        onChange={(timeZone) => set({ timeZone })}
      />
      <LanguageChecks languages={draft.languages} onChange={(languages) => set({ languages })} />
      <InUseNotice error={change.error} inUse={t('hubFacts.zoneInUse')} timeZone={facts.timeZone} />
    </FormDialog>
  );
}
