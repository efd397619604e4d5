import type { ApprovalRule } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { ApprovalConditions } from './approval-conditions.js';
import { draftOf, ruleOf } from './approval-draft.js';
import { SettingsForm } from '../settings-form/settings-form.js';
import { useSettingsDraft } from '../settings-form/use-settings-draft.js';
import { useInductionKinds, useSaveApprovalRule } from './use-print-rules.js';

interface Props {
  hub: string;
  rule: ApprovalRule;
  reload: () => Promise<ApprovalRule | undefined>;
}

export function ApprovalForm({ hub, rule, reload }: Props) {
  const t = useT();
  const form = useSettingsDraft({
    saved: rule,
    draftOf,
    settingsOf: ruleOf,
    save: useSaveApprovalRule(hub),
    reload,
  });
  const { draft, set } = form;
  const known = useInductionKinds(hub).data?.items.map(({ kind }) => kind) ?? [];
  const kinds = [...new Set([...known, ...(draft.induction === null ? [] : [draft.induction])])];
  // What was typed into the conditions is forgotten: nobody sees any more what may be wrong with it.
  const turnOff = () => set({ ...draftOf(rule), version: draft.version, isEnabled: false });
  return (
    <SettingsForm form={form} savedText={t('approval.saved')}>
      <ChoiceGroup
        label={t('approval.enabled')}
        value={draft.isEnabled ? 'on' : 'off'}
        choices={[
          { value: 'off', content: t('approval.off') },
          { value: 'on', content: t('approval.on') },
        ]}
        onChange={(value) => (value === 'on' ? set({ isEnabled: true }) : turnOff())}
      />
      {draft.isEnabled && <ApprovalConditions draft={draft} kinds={kinds} onChange={set} />}
    </SettingsForm>
  );
}
