import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { Section } from '../section.js';
import { readGrams } from './read-grams.js';
import { useAddSpool } from './use-filament.js';

const empty = { material: 'PLA', colorName: '', grams: '1000', vendor: '', location: '' };

export function AddSpoolForm({ hub }: { hub: string }) {
  const t = useT();
  const [draft, setDraft] = useState(empty);
  const add = useAddSpool(hub);
  const grams = readGrams(draft.grams);
  const set = (field: keyof typeof empty) => (value: string) => setDraft({ ...draft, [field]: value });
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const save = () => {
    if (grams === undefined) return;
    add.mutate(
      {
        material: draft.material.trim(),
        colorName: orNull(draft.colorName),
        vendor: orNull(draft.vendor),
        location: orNull(draft.location),
        fullGrams: Math.max(1000, grams),
        remainingGrams: grams,
      },
      { onSuccess: () => setDraft(empty) },
    );
  };
  return (
    <Section title={t('filament.addTitle')}>
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
        <TextField label={t('filament.color')} value={draft.colorName} onChange={set('colorName')} maxLength={40} />
        <TextField
          label={t('filament.remaining')}
          value={draft.grams}
          onChange={set('grams')}
          inputMode="decimal"
          isRequired
          fault={grams === undefined ? t('filament.gramsFault') : undefined}
        />
        <TextField label={t('filament.vendor')} value={draft.vendor} onChange={set('vendor')} maxLength={64} />
        <TextField label={t('filament.shelf')} value={draft.location} onChange={set('location')} maxLength={64} />
        {add.error && <ProblemNotice error={add.error} />}
        {add.data && <Notice tone="good" title={t('filament.added', { number: add.data.number })} />}
        <div>
          <Button type="submit" tone="primary" isPending={add.isPending}>
            {t('filament.add')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
