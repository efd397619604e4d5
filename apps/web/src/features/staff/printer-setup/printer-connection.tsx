import type { ConnectionSettings } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { Facts } from '../../../shared/ui/facts.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { DiagnosisTable } from './diagnosis-table.js';
import { usePrinterSetup, useTestPrinter } from './use-printer-setup.js';
import './printer-setup.css';

/** How the bridge reaches a printer, and whether it does. */
export function PrinterConnection({ slug, timeZone }: { slug: string; timeZone: string }) {
  const t = useT();
  const setup = usePrinterSetup(slug);
  const test = useTestPrinter(slug);
  return (
    <Section title={t('setup.connection')}>
      <QueryView query={setup} placeholders={1}>
        {({ bridge, connection, isBeingTested, diagnosis }) => (
          <div className="card stack">
            <Facts
              facts={[
                { label: t('setup.bridge'), value: bridge.slug },
                { label: t('setup.adapter'), value: t(`setup.adapter.${connection?.adapter ?? 'ownFile'}`) },
                { label: t('setup.address'), value: connection === null ? null : addressIn(connection) },
              ]}
            />
            {test.error && <ProblemNotice error={test.error} />}
            {diagnosis && <DiagnosisTable diagnosis={diagnosis} timeZone={timeZone} />}
            <div className="button-row">
              <Button isPending={test.isPending || isBeingTested} onPress={() => test.mutate(undefined)}>
                {t('setup.test')}
              </Button>
              <ButtonLink href={`/staff/printers/${slug}/setup`}>{t('setup.change')}</ButtonLink>
            </div>
          </div>
        )}
      </QueryView>
    </Section>
  );
}

function addressIn(connection: ConnectionSettings): string | null {
  if ('url' in connection) return connection.url;
  return 'host' in connection ? connection.host : null;
}
