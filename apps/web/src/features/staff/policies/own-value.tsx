import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { NumberField } from '../numbers/number-field.js';
import { readNumber } from '../numbers/read-number.js';
import { gridChoices, mostReminders, reminderChoices, ruleInputs, type RuleField } from './rule-fields.js';
import { valueOf, type RuleDraft } from './rule-draft.js';
import { useMinuteWords } from './use-rule-words.js';

interface Props {
  field: RuleField;
  draft: RuleDraft;
  /** What people can be shown how to use here. */
  kinds: readonly string[];
  onChange: (part: Partial<RuleDraft>) => void;
}

/** The field in which a level's own value is written. */
export function OwnValue({ field, draft, kinds, onChange }: Props) {
  const t = useT();
  const words = useMinuteWords();
  const input = ruleInputs[field];
  if (input.kind === 'number') {
    const read = readNumber(draft.text, input);
    const hint = input.unit === 'minutes' && read !== undefined && read >= 60 ? { hint: `= ${words(read)}` } : {};
    return (
      <NumberField
        label={t(`policyUnit.${input.unit}`)}
        {...hint}
        value={draft.text}
        limits={input}
        onChange={(text) => onChange({ text })}
      />
    );
  }
  if (input.kind === 'grid')
    return (
      <ChoiceGroup
        label={t('policies.grid')}
        value={draft.text}
        choices={gridChoices.map((minutes) => ({ value: String(minutes), content: words(minutes) }))}
        onChange={(text) => onChange({ text })}
      />
    );
  if (input.kind === 'induction')
    return (
      <TextField
        label={t('policies.kind')}
        hint={kinds.length > 0 ? t('policies.kindHint', { kinds: kinds.join(', ') }) : t('policies.kindForm')}
        value={draft.text}
        maxLength={60}
        isRequired
        spellCheck="false"
        fault={draft.text === '' || valueOf(field, draft) !== undefined ? undefined : t('policies.kindForm')}
        onChange={(text) => onChange({ text })}
      />
    );
  const choices = [...new Set([...reminderChoices, ...draft.reminders])].toSorted((a, b) => b - a);
  return (
    <CheckboxGroup
      className="choice-group"
      value={draft.reminders.map(String)}
      onChange={(chosen) => onChange({ reminders: chosen.map(Number) })}
    >
      <Label className="field-label">{t('policies.reminders', { most: mostReminders })}</Label>
      <div className="choices">
        {choices.map((minutes) => (
          <Checkbox
            key={minutes}
            value={String(minutes)}
            className="choice"
            isDisabled={draft.reminders.length >= mostReminders && !draft.reminders.includes(minutes)}
          >
            {words(minutes)}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
