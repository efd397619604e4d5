import { useState } from 'react';
import type { InductionKindRule } from '#libs/contracts';
import { isProblem } from '../../../shared/api/problem.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { NumberField } from '../numbers/number-field.js';
import { readNumber } from '../numbers/read-number.js';
import { useSaveInductionRule } from './use-induction-rules.js';

interface Props {
  hub: string;
  rule: InductionKindRule;
  onClose: () => void;
}

const limits = { min: 1, max: 3650 };
const usualDays = 365;

/** After how long without use an induction has to be done again. */
export function LapseDialog({ hub, rule, onClose }: Props) {
  const t = useT();
  const save = useSaveInductionRule(hub);
  const [lapses, setLapses] = useState(rule.lapsesAfterDays !== null);
  const [text, setText] = useState(String(rule.lapsesAfterDays ?? usualDays));
  const days = lapses ? readNumber(text, limits) : null;
  return (
    <FormDialog
      title={t('inductionKinds.changeTitle', { kind: rule.kind })}
      action={t('policies.save')}
      isPending={save.isPending}
      error={save.error}
      onSubmit={() => {
        if (days !== undefined) save.mutate({ ...rule, lapsesAfterDays: days }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <ChoiceGroup
        label={t('inductionKinds.question')}
        value={lapses ? 'lapses' : 'stays'}
        choices={[
          { value: 'stays', content: t('inductionKinds.stays') },
          { value: 'lapses', content: t('inductionKinds.mayLapse') },
        ]}
        onChange={(value) => setLapses(value === 'lapses')}
      />
      {lapses && <NumberField label={t('inductionKinds.days')} value={text} limits={limits} onChange={setText} />}
      <p className="soft">{t('inductionKinds.atOnce')}</p>
      {isProblem(save.error, 412) && (
        <div>
          <Button onPress={onClose}>{t('staff.reload')}</Button>
        </div>
      )}
    </FormDialog>
  );
}
