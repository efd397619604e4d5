import { useIntl } from 'react-intl';
import type { PrinterCare } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Facts } from '../../../shared/ui/facts.js';
import { Section } from '../section.js';

export function PrinterNumbers({ usage }: { usage: PrinterCare['usage'] }) {
  const t = useT();
  const intl = useIntl();
  const rate = usage.successRate;
  return (
    <Section title={t('care.numbers')}>
      <Facts
        facts={[
          { label: t('care.hours'), value: intl.formatNumber(usage.hours, { maximumFractionDigits: 1 }) },
          { label: t('care.prints'), value: intl.formatNumber(usage.prints) },
          { label: t('care.failed'), value: intl.formatNumber(usage.failed) },
          { label: t('care.cancelled'), value: intl.formatNumber(usage.cancelled) },
          {
            label: t('care.successRate'),
            value: rate === null ? null : intl.formatNumber(rate, { style: 'percent', maximumFractionDigits: 0 }),
          },
        ]}
      />
    </Section>
  );
}
