import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { SavedFilamentRules } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { draftOf, gramLimits, rulesOf, type FilamentDraft } from './filament-draft.js';
import { MaterialLimits } from './material-limits.js';
import { SaveOutcome } from '../save-outcome.js';
import { useSaveFilamentRules } from './use-print-rules.js';
import { NumberField } from '../numbers/number-field.js';

interface Props {
  hub: string;
  rules: SavedFilamentRules;
  /** What holds now, when somebody else was faster. */
  reload: () => Promise<SavedFilamentRules | undefined>;
}

export function FilamentRulesForm({ hub, rules, reload }: Props) {
  const t = useT();
  const [draft, setDraft] = useState(() => draftOf(rules));
  const save = useSaveFilamentRules(hub);
  const set = (part: Partial<FilamentDraft>) => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const send = () => {
    const changed = rulesOf(draft);
    if (changed !== undefined) save.mutate(changed, { onSuccess: (saved) => setDraft(draftOf(saved)) });
  };
  const takeCurrent = async () => {
    const current = await reload();
    if (current === undefined) return;
    save.reset();
    setDraft(draftOf(current));
  };
  return (
    <Form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ChoiceGroup
        label={t('filamentRules.allowance')}
        value={draft.hasAllowance ? 'limit' : 'none'}
        choices={[
          { value: 'limit', content: t('filamentRules.limit') },
          { value: 'none', content: t('filamentRules.noLimit') },
        ]}
        onChange={(value) => set({ hasAllowance: value === 'limit' })}
      />
      {draft.hasAllowance && (
        <NumberField
          label={t('filamentRules.allowanceGrams')}
          value={draft.allowance}
          limits={gramLimits}
          onChange={(allowance) => set({ allowance })}
        />
      )}
      <NumberField
        label={t('filamentRules.low')}
        hint={t('filamentRules.lowHint')}
        value={draft.lowStock}
        limits={gramLimits}
        onChange={(lowStock) => set({ lowStock })}
      />
      <MaterialLimits rows={draft.materials} onChange={(materials) => set({ materials })} />
      <SaveOutcome save={save} savedText={t('account.saved')} onReload={() => void takeCurrent()} />
      <div>
        <Button type="submit" tone="primary" isPending={save.isPending}>
          {t('devices.save')}
        </Button>
      </div>
    </Form>
  );
}
