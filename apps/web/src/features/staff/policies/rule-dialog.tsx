import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { PolicyLayerList } from '#libs/contracts';
import { isProblem } from '../../../shared/api/problem.js';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { OwnValue } from './own-value.js';
import { inheritedFrom, inheritedValue, type PolicyLevel } from './policy-levels.js';
import { changeOf, draftOf, type RuleDraft } from './rule-draft.js';
import { canBeNone, type RuleField } from './rule-fields.js';
import { RuledOutList } from './ruled-out-list.js';
import { useRulePreview, useSaveRule } from './use-policies.js';
import { useRuleWords } from './use-rule-words.js';

interface Props {
  hub: HubSummary;
  level: PolicyLevel;
  field: RuleField;
  defaults: PolicyLayerList['defaults'];
  kinds: readonly string[];
  onSaved: () => void;
  onClose: () => void;
  /** Closes it and shows what holds by now. */
  onReload: () => void;
}

/** One rule of one level. Before it is saved one sees which bookings it would no longer let anybody make. */
export function RuleDialog({ hub, level, field, defaults, kinds, onSaved, onClose, onReload }: Props) {
  const t = useT();
  const [draft, setDraft] = useState(() => draftOf(level, field));
  const preview = useRulePreview(hub.slug, level.layer);
  const save = useSaveRule(hub.slug, level.layer);
  const change = changeOf(field, draft);
  const ruledOut = preview.data?.noLongerAllowed ?? [];
  const error = save.error ?? preview.error;
  const set = (part: Partial<RuleDraft>) => {
    preview.reset();
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const send = () => {
    if (change === undefined) return;
    if (preview.data) return save.mutate(change, { onSuccess: onSaved });
    preview.mutate(change, {
      onSuccess: ({ noLongerAllowed }) => {
        if (noLongerAllowed.length === 0) save.mutate(change, { onSuccess: onSaved });
      },
    });
  };
  return (
    <Dialog title={t(`policyField.${field}`)} onClose={onClose}>
      <p className="soft">{t('policies.appliesTo', { name: level.name })}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <SourceChoice {...{ level, field, defaults }} value={draft.source} onChange={(source) => set({ source })} />
        {draft.source === 'own' && <OwnValue field={field} draft={draft} kinds={kinds} onChange={set} />}
        {error && <ProblemNotice error={error} timeZone={hub.timeZone} />}
        <div role="status" className="stack">
          {ruledOut.length > 0 && <RuledOutList bookings={ruledOut} timeZone={hub.timeZone} />}
        </div>
        <div className="button-row">
          {isProblem(error, 412) ? (
            <Button tone="primary" onPress={onReload}>
              {t('staff.reload')}
            </Button>
          ) : (
            <Button type="submit" tone="primary" isPending={preview.isPending || save.isPending}>
              {t(ruledOut.length > 0 ? 'policies.saveAnyway' : 'policies.save')}
            </Button>
          )}
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface SourceProps extends Pick<Props, 'level' | 'field' | 'defaults'> {
  value: RuleDraft['source'];
  onChange: (source: RuleDraft['source']) => void;
}

function SourceChoice({ level, field, defaults, value, onChange }: SourceProps) {
  const t = useT();
  const words = useRuleWords();
  const from = inheritedFrom(level, field);
  const inherited = words(field, inheritedValue(level, field, defaults));
  const choices = [
    {
      value: 'inherited',
      content: from
        ? t('policies.inherit', { name: from.name, rule: inherited })
        : t('policies.useDefault', { rule: inherited }),
    },
    ...(canBeNone(field) ? [{ value: 'none', content: words(field, null) }] : []),
    { value: 'own', content: t('policies.ownValue') },
  ];
  return (
    <ChoiceGroup
      label={t('policies.source')}
      value={value}
      choices={choices}
      onChange={(source) => onChange(source === 'own' || source === 'none' ? source : 'inherited')}
    />
  );
}
