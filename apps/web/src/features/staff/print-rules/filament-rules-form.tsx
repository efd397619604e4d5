import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { FilamentRules } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { draftOf, gramLimits, rulesOf, type FilamentDraft } from './filament-draft.js';
import { MaterialLimits } from './material-limits.js';
import { useSaveFilamentRules } from './use-print-rules.js';
import { WholeField } from './whole-field.js';

export function FilamentRulesForm({ hub, rules }: { hub: string; rules: FilamentRules }) {
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
        <WholeField
          label={t('filamentRules.allowanceGrams')}
          value={draft.allowance}
          limits={gramLimits}
          onChange={(allowance) => set({ allowance })}
        />
      )}
      <WholeField
        label={t('filamentRules.low')}
        hint={t('filamentRules.lowHint')}
        value={draft.lowStock}
        limits={gramLimits}
        onChange={(lowStock) => set({ lowStock })}
      />
      <MaterialLimits rows={draft.materials} onChange={(materials) => set({ materials })} />
      {save.error && <ProblemNotice error={save.error} />}
      {save.isSuccess && <Notice tone="good" title={t('account.saved')} />}
      <div>
        <Button type="submit" tone="primary" isPending={save.isPending}>
          {t('devices.save')}
        </Button>
      </div>
    </Form>
  );
}
