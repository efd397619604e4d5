import type { SavedFilamentRules } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { draftOf, gramLimits, rulesOf } from './filament-draft.js';
import { MaterialLimits } from './material-limits.js';
import { SettingsForm } from '../settings-form/settings-form.js';
import { useSettingsDraft } from '../settings-form/use-settings-draft.js';
import { useSaveFilamentRules } from './use-print-rules.js';
import { NumberField } from '../numbers/number-field.js';

interface Props {
  hub: string;
  rules: SavedFilamentRules;
  reload: () => Promise<SavedFilamentRules | undefined>;
}

export function FilamentRulesForm({ hub, rules, reload }: Props) {
  const t = useT();
  const form = useSettingsDraft({
    saved: rules,
    draftOf,
    settingsOf: rulesOf,
    save: useSaveFilamentRules(hub),
    reload,
  });
  const { draft, set } = form;
  return (
    <SettingsForm form={form} savedText={t('account.saved')}>
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
    </SettingsForm>
  );
}
