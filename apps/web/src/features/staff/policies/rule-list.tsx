import type { Policy } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Pill } from '../../../shared/ui/pill.js';
import { inheritedFrom, isOwn, type PolicyLevel } from './policy-levels.js';
import { ruleGroups, type RuleField } from './rule-fields.js';
import { useRuleWords } from './use-rule-words.js';

interface Props {
  level: PolicyLevel;
  /** Undefined for who may only read. */
  onChange: ((field: RuleField) => void) | undefined;
}

const groups = Object.keys(ruleGroups) as (keyof typeof ruleGroups)[];

/** What holds on one level, and where each rule comes from. */
export function RuleList({ level, onChange }: Props) {
  const t = useT();
  return groups.map((group) => (
    <section key={group} className="card stack-tight" aria-labelledby={`rules-${group}`}>
      <h2 id={`rules-${group}`}>{t(`policyGroup.${group}`)}</h2>
      <dl className="rule-list">
        {ruleGroups[group].map((field) => (
          <RuleRow key={field} field={field} level={level} onChange={onChange} />
        ))}
      </dl>
    </section>
  ));
}

function RuleRow({ field, level, onChange }: Props & { field: RuleField }) {
  const t = useT();
  const words = useRuleWords();
  const value: Policy[RuleField] = level.layer.policy[field];
  const from = inheritedFrom(level, field);
  const label = t(`policyField.${field}`);
  return (
    <div className="rule-row">
      <dt>{label}</dt>
      <dd className="rule-value">{words(field, value)}</dd>
      <dd className="rule-source">
        {isOwn(level, field) ? (
          <Pill tone="busy">{t('policies.own')}</Pill>
        ) : (
          <span className="soft">
            {from ? t('policies.inheritedFrom', { name: from.name }) : t('policies.isDefault')}
          </span>
        )}
      </dd>
      {onChange && (
        <dd className="rule-act">
          <Button onPress={() => onChange(field)}>
            {t('policies.change')}
            <span className="visually-hidden">{label}</span>
          </Button>
        </dd>
      )}
    </div>
  );
}
