import { useIntl } from 'react-intl';
import type { ApprovalRule } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Facts } from '../../../shared/ui/facts.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { ApprovalForm } from './approval-form.js';
import { useApprovalRule } from './use-print-rules.js';

interface Props {
  hub: string;
  mayChange: boolean;
}

/** Which prints are approved without anybody looking at them. */
export function ApprovalSection({ hub, mayChange }: Props) {
  const t = useT();
  const rule = useApprovalRule(hub);
  const reload = async () => (await rule.refetch()).data;
  return (
    <Section title={t('approval.title')}>
      <p className="soft">{t('approval.lead')}</p>
      <QueryView query={rule}>
        {(data) => (mayChange ? <ApprovalForm hub={hub} rule={data} reload={reload} /> : <ApprovalFacts rule={data} />)}
      </QueryView>
    </Section>
  );
}

function ApprovalFacts({ rule }: { rule: ApprovalRule }) {
  const t = useT();
  const intl = useIntl();
  if (!rule.isEnabled) return <p className="card">{t('approval.off')}</p>;
  return (
    <div className="card stack">
      <p>{t('approval.on')}</p>
      <Facts
        facts={[
          { label: t('approval.maxMinutes'), value: intl.formatNumber(rule.maxMinutes) },
          { label: t('approval.maxGrams'), value: intl.formatNumber(rule.maxGrams) },
          { label: t('approval.minDonePrints'), value: intl.formatNumber(rule.minDonePrints) },
          { label: t('approval.induction'), value: rule.induction ?? t('approval.noInduction') },
        ]}
      />
    </div>
  );
}
