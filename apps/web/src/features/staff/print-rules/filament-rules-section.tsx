import type { SavedFilamentRules } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Facts } from '../../../shared/ui/facts.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useFilamentOverview } from '../filament/use-filament.js';
import { Section } from '../section.js';
import { FilamentRulesForm } from './filament-rules-form.js';

interface Props {
  hub: string;
  mayChange: boolean;
}

/** How much a person may print in a month, and what counts as running low. */
export function FilamentRulesSection({ hub, mayChange }: Props) {
  const t = useT();
  const overview = useFilamentOverview(hub);
  const reload = async () => (await overview.refetch()).data?.rules;
  return (
    <Section title={t('filamentRules.title')}>
      <p className="soft">{t('filamentRules.lead')}</p>
      <QueryView query={overview}>
        {({ rules }) =>
          mayChange ? <FilamentRulesForm hub={hub} rules={rules} reload={reload} /> : <RuleFacts rules={rules} />
        }
      </QueryView>
    </Section>
  );
}

function RuleFacts({ rules }: { rules: SavedFilamentRules }) {
  const t = useT();
  const inGrams = (grams: number) => t('filament.grams', { grams });
  return (
    <div className="card">
      <Facts
        facts={[
          {
            label: t('filamentRules.allowance'),
            value: rules.allowanceGrams === null ? t('filamentRules.noLimit') : inGrams(rules.allowanceGrams),
          },
          { label: t('filamentRules.low'), value: inGrams(rules.lowStockGrams) },
          ...Object.entries(rules.lowStockByMaterial).map(([material, grams]) => ({
            label: material,
            value: inGrams(grams),
          })),
        ]}
      />
    </div>
  );
}
