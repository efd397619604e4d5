import { useState } from 'react';
import type { Hub, PolicyLayerList, PolicyScope, Resource } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';
import { LevelSelect } from './level-select.js';
import { policyLevels } from './policy-levels.js';
import type { RuleField } from './rule-fields.js';
import { RuleDialog } from './rule-dialog.js';
import { RuleList } from './rule-list.js';

export interface LevelAddress {
  scope: PolicyScope;
  target: string;
}

interface Props {
  hub: HubSummary;
  places: { hub: Hub; resources: readonly Resource[] };
  list: PolicyLayerList;
  mayChange: boolean;
  kinds: readonly string[];
  /** The level of the address; the hub's own when it names none that there is. */
  address: LevelAddress | undefined;
  onLevel: (address: LevelAddress) => void;
  reload: () => Promise<unknown>;
}

/** The rules of one level, one change at a time. */
export function LevelRules({ hub, places, list, mayChange, kinds, address, onLevel, reload }: Props) {
  const t = useT();
  const [field, setField] = useState<RuleField | null>(null);
  const [saved, setSaved] = useState<RuleField | null>(null);
  const levels = policyLevels(list, { ...places, categoryName: (category) => t(`policyCategory.${category}`) });
  const named = levels.find(({ layer }) => layer.scope === address?.scope && layer.target === address.target);
  const level = named ?? levels[0];
  if (!level) return null;
  const open = (next: RuleField) => {
    setSaved(null);
    setField(next);
  };
  const close = () => setField(null);
  return (
    <>
      <LevelSelect
        levels={levels}
        value={level}
        onChange={({ layer: { scope, target } }) => {
          setSaved(null);
          onLevel({ scope, target });
        }}
      />
      <div role="status">
        {saved && <Notice tone="good" title={t('policies.saved', { rule: t(`policyField.${saved}`) })} live={false} />}
      </div>
      <div className="rule-groups">
        <RuleList level={level} onChange={mayChange ? open : undefined} />
      </div>
      {field && (
        <RuleDialog
          {...{ hub, level, field, kinds }}
          defaults={list.defaults}
          onSaved={() => {
            setSaved(field);
            close();
          }}
          onClose={close}
          onReload={() => void reload().then(close)}
        />
      )}
    </>
  );
}
