import { useId } from 'react';
import { policyScopes } from './policy-scopes.js';
import { useT } from '../../../shared/i18n/use-t.js';
import type { PolicyLevel } from './policy-levels.js';

interface Props {
  levels: readonly PolicyLevel[];
  value: PolicyLevel;
  onChange: (level: PolicyLevel) => void;
}

const keyOf = ({ layer }: PolicyLevel) => `${layer.scope}/${layer.target}`;

/** For whom or what rules are read and set. */
export function LevelSelect({ levels, value, onChange }: Props) {
  const t = useT();
  const id = useId();
  const nameOf = ({ name, layer }: PolicyLevel) => {
    const count = Object.keys(layer.overrides).length;
    return count === 0 ? name : t('policies.levelWithOwn', { name, count });
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('policies.level')}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {t('policies.levelHint')}
      </p>
      <select
        id={id}
        className="field-input"
        aria-describedby={`${id}-hint`}
        value={keyOf(value)}
        onChange={({ target }) => {
          const chosen = levels.find((level) => keyOf(level) === target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {policyScopes.map((scope) => (
          <optgroup key={scope} label={t(`policyScope.${scope}`)}>
            {levels
              .filter(({ layer }) => layer.scope === scope)
              .map((level) => (
                <option key={keyOf(level)} value={keyOf(level)}>
                  {nameOf(level)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
