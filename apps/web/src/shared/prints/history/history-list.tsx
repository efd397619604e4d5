import type { PrintJob } from '#libs/contracts';
import { useHubZone } from '../../api/use-hubs.js';
import { useFormats } from '../../i18n/use-formats.js';
import { useT } from '../../i18n/use-t.js';
import { causeKey } from './cause-key.js';
import { historyOf } from './print-history.js';
import './history.css';

/** The way of a print so far, in plain words. */
export function HistoryList({ job }: { job: PrintJob }) {
  const t = useT();
  const formats = useFormats(useHubZone(job.hub));
  return (
    <section className="stack-tight" aria-label={t('history.title')}>
      <h2 className="print-history-title">{t('history.title')}</h2>
      <ol className="print-history">
        {historyOf(job).map(({ key, at, cause, picture }, index) => (
          <li key={`${key}${index}`}>
            <span>
              {t(key)}
              {cause && ` ${t(causeKey(cause))}`}
            </span>
            {at && <span className="soft numeric">{formats.dayTime(at)}</span>}
            {picture && (
              <img className="print-history-picture" src={picture} alt={t('history.picture')} loading="lazy" />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
