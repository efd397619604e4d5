import { useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { Spool, SpoolChange } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { usePrinters } from '../printers/use-printers.js';
import { Section } from '../section.js';
import { useSpoolHistory } from './use-filament.js';

/** Every print that took from a spool, and every time that somebody weighed it. */
export function SpoolHistory({ spool, timeZone }: { spool: Spool; timeZone: string }) {
  const t = useT();
  const history = useSpoolHistory(spool);
  return (
    <Section title={t('filament.history')}>
      <QueryView query={history} placeholders={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('filament.noHistory')} />
          ) : (
            <ul className="stack-tight">
              {items.map((change, index) => (
                <ChangeRow key={change.at + String(index)} change={change} hub={spool.hub} timeZone={timeZone} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function ChangeRow({ change, hub, timeZone }: { change: SpoolChange; hub: string; timeZone: string }) {
  const t = useT();
  const intl = useIntl();
  const formats = useFormats(timeZone);
  const printers = usePrinters(hub).data?.items ?? [];
  const grams = intl.formatNumber(change.grams, { signDisplay: 'exceptZero', maximumFractionDigits: 2 });
  return (
    <li className="card spool-change">
      <span className="spool-change-grams numeric">{grams} g</span>
      <div>
        {change.kind === 'correction' ? (
          <p>{t('filament.corrected', { reason: change.reason })}</p>
        ) : (
          <p>
            {t('filament.usedOn', {
              printer: printers.find(({ slug }) => slug === change.printer)?.name ?? change.printer,
            })}{' '}
            <Link href={`/prints/${change.printJobId}`}>{t('filament.toPrint')}</Link>
          </p>
        )}
        <p className="soft">
          {formats.dayTime(change.at)}
          {change.kind === 'use' && `, ${t(`filamentSource.${change.source}`)}`}
        </p>
      </div>
    </li>
  );
}
