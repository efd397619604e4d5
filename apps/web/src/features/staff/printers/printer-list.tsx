import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { PrinterCard } from './printer-card.js';
import { usePrinters } from './use-printers.js';

export function PrinterList({ hub }: { hub: HubSummary }) {
  const t = useT();
  const printers = usePrinters(hub.slug);
  return (
    <Section title={t('printers.title')}>
      <QueryView query={printers}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('printers.none')} />
          ) : (
            <ul className="stack">
              {items.map((printer) => (
                <PrinterCard key={printer.id} printer={printer} timeZone={hub.timeZone} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <div>
        <ButtonLink href="/staff/add-printer">{t('setup.add')}</ButtonLink>
      </div>
    </Section>
  );
}
