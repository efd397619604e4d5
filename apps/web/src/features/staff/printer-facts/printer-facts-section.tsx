import { useIntl } from 'react-intl';
import type { PrinterFacts } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Facts } from '../../../shared/ui/facts.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { useAdministers } from '../use-administers.js';
import { numberFacts } from './facts-draft.js';
import { PrinterFactsForm } from './printer-facts-form.js';
import { usePrinterFacts } from './use-printer-facts.js';

/** What a printer is as a machine: staff read it, the hub's administrator changes it. */
export function PrinterFactsSection({ slug, hub }: { slug: string; hub: HubSummary }) {
  const t = useT();
  const facts = usePrinterFacts(slug);
  const mayChange = useAdministers(hub);
  const reload = async () => (await facts.refetch()).data;
  return (
    <Section title={t('machine.title')}>
      <p className="soft">{t('machine.lead')}</p>
      <QueryView query={facts}>
        {(data) =>
          mayChange ? <PrinterFactsForm slug={slug} facts={data} reload={reload} /> : <MachineFacts facts={data} />
        }
      </QueryView>
    </Section>
  );
}

function MachineFacts({ facts }: { facts: PrinterFacts }) {
  const t = useT();
  const intl = useIntl();
  return (
    <div className="card">
      <Facts
        facts={[
          { label: t('printer.model'), value: facts.model },
          ...numberFacts.map((fact) => ({ label: t(`machine.${fact}`), value: intl.formatNumber(facts[fact]) })),
          { label: t('machine.origin'), value: t(`machineOrigin.${facts.bedOrigin}`) },
          { label: t('machine.unattended'), value: t(facts.unattendedAllowed ? 'machine.yes' : 'machine.no') },
        ]}
      />
    </div>
  );
}
