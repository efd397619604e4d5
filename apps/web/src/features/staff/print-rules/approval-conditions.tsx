import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { approvalLimits, type ApprovalDraft } from './approval-draft.js';
import { NumberField } from '../numbers/number-field.js';

interface Props {
  draft: ApprovalDraft;
  /** What people can be shown how to use here. */
  kinds: readonly string[];
  onChange: (part: Partial<ApprovalDraft>) => void;
}

const nothing = '';

/** All that a print must meet to be approved by itself. */
export function ApprovalConditions({ draft, kinds, onChange }: Props) {
  const t = useT();
  return (
    <>
      <NumberField
        label={t('approval.maxMinutes')}
        value={draft.maxMinutes}
        limits={approvalLimits.maxMinutes}
        onChange={(maxMinutes) => onChange({ maxMinutes })}
      />
      <NumberField
        label={t('approval.maxGrams')}
        value={draft.maxGrams}
        limits={approvalLimits.maxGrams}
        onChange={(maxGrams) => onChange({ maxGrams })}
      />
      <NumberField
        label={t('approval.minDonePrints')}
        hint={t('approval.minDonePrintsHint')}
        value={draft.minDonePrints}
        limits={approvalLimits.minDonePrints}
        onChange={(minDonePrints) => onChange({ minDonePrints })}
      />
      {kinds.length > 0 && (
        <ChoiceGroup
          label={t('approval.induction')}
          value={draft.induction ?? nothing}
          choices={[
            { value: nothing, content: t('approval.noInduction') },
            ...kinds.map((kind) => ({ value: kind, content: kind })),
          ]}
          onChange={(kind) => onChange({ induction: kind === nothing ? null : kind })}
        />
      )}
    </>
  );
}
