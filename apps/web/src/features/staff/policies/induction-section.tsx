import { useState } from 'react';
import type { InductionKindRule } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Section } from '../section.js';
import { LapseDialog } from './lapse-dialog.js';

interface Props {
  hub: string;
  rules: readonly InductionKindRule[];
  mayChange: boolean;
}

/** What people are shown how to use, and for how long that holds without use. */
export function InductionSection({ hub, rules, mayChange }: Props) {
  const t = useT();
  const [open, setOpen] = useState<InductionKindRule | null>(null);
  return (
    <Section title={t('inductionKinds.title')} count={rules.length}>
      <p className="soft">{t('inductionKinds.lead')}</p>
      {rules.length === 0 ? (
        <Empty text={t('inductionKinds.none')} />
      ) : (
        <ul className="stack-tight">
          {rules.map((rule) => (
            <li key={rule.kind} className="card kind-row">
              <h3>{rule.kind}</h3>
              <p>
                {rule.lapsesAfterDays === null
                  ? t('inductionKinds.stays')
                  : t('inductionKinds.lapses', { days: rule.lapsesAfterDays })}
              </p>
              {mayChange && (
                <Button onPress={() => setOpen(rule)}>
                  {t('policies.change')}
                  <span className="visually-hidden">{rule.kind}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && <LapseDialog hub={hub} rule={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}
