import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Spool } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { Section } from '../section.js';
import { changesOf, draftOf, hasFault, type SpoolDraftTexts } from './spool-draft.js';
import { useChangeSpool } from './use-filament.js';

const plainFields = [
  ['filament.color', 'colorName', 40],
  ['filament.vendor', 'vendor', 64],
  ['filament.product', 'product', 64],
  ['filament.shelf', 'location', 64],
  ['filament.lot', 'lotNumber', 64],
] as const;

/** What is written about a spool. How much is left is weighed, not written. */
export function EditSpoolForm({ spool }: { spool: Spool }) {
  const t = useT();
  const [draft, setDraft] = useState(() => draftOf(spool));
  const change = useChangeSpool(spool);
  const set = (field: keyof SpoolDraftTexts) => (value: string) => {
    change.reset();
    setDraft({ ...draft, [field]: value });
  };
  const save = () => {
    const changes = changesOf(draft);
    if (changes !== undefined) change.mutate(changes, { onSuccess: (saved) => setDraft(draftOf(saved)) });
  };
  return (
    <Section title={t('filament.edit')}>
      <Form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t('print.material')}
          value={draft.material}
          onChange={set('material')}
          isRequired
          maxLength={64}
        />
        {plainFields.map(([label, field, maxLength]) => (
          <TextField key={field} label={t(label)} value={draft[field]} onChange={set(field)} maxLength={maxLength} />
        ))}
        <TextField
          label={t('filament.colorHex')}
          hint={t('filament.colorHexHint')}
          value={draft.colorHex}
          onChange={set('colorHex')}
          maxLength={9}
          fault={hasFault(draft, 'colorHex') ? t('filament.colorHexFault') : undefined}
        />
        <TextField
          label={t('filament.fullGrams')}
          value={draft.fullGrams}
          onChange={set('fullGrams')}
          inputMode="decimal"
          isRequired
          fault={hasFault(draft, 'fullGrams') ? t('filament.gramsFault') : undefined}
        />
        <TextField label={t('filament.note')} value={draft.note} onChange={set('note')} multiline maxLength={1024} />
        {change.error && <ProblemNotice error={change.error} />}
        {change.isSuccess && <Notice tone="good" title={t('account.saved')} />}
        <div>
          <Button type="submit" tone="primary" isPending={change.isPending}>
            {t('devices.save')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
