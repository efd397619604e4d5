import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { ApprovalRule } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { ApprovalConditions } from './approval-conditions.js';
import { draftOf, ruleOf } from './approval-draft.js';
import { SaveOutcome } from '../save-outcome.js';
import { useInductionKinds, useSaveApprovalRule } from './use-print-rules.js';

interface Props {
  hub: string;
  rule: ApprovalRule;
  /** What holds now, when somebody else was faster. */
  reload: () => Promise<ApprovalRule | undefined>;
}

export function ApprovalForm({ hub, rule, reload }: Props) {
  const t = useT();
  const [draft, setDraft] = useState(() => draftOf(rule));
  const save = useSaveApprovalRule(hub);
  const known = useInductionKinds(hub).data?.items.map(({ kind }) => kind) ?? [];
  const kinds = [...new Set([...known, ...(draft.induction === null ? [] : [draft.induction])])];
  const set = (part: Partial<typeof draft>) => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  // What was typed into the conditions is forgotten: nobody sees any more what may be wrong with it.
  const turnOff = () => set({ ...draftOf(rule), version: draft.version, isEnabled: false });
  const send = () => {
    const changed = ruleOf(draft);
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
        label={t('approval.enabled')}
        value={draft.isEnabled ? 'on' : 'off'}
        choices={[
          { value: 'off', content: t('approval.off') },
          { value: 'on', content: t('approval.on') },
        ]}
        onChange={(value) => (value === 'on' ? set({ isEnabled: true }) : turnOff())}
      />
      {draft.isEnabled && <ApprovalConditions draft={draft} kinds={kinds} onChange={set} />}
      <SaveOutcome save={save} savedText={t('approval.saved')} onReload={() => void takeCurrent()} />
      <div>
        <Button type="submit" tone="primary" isPending={save.isPending}>
          {t('devices.save')}
        </Button>
      </div>
    </Form>
  );
}
