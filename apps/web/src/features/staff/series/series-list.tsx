import { Link } from 'wouter';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { isOnce } from './recurrence-rule.js';
import { seriesName } from './series-name.js';
import { useSeriesList } from './use-series.js';
import { useSeriesWords } from './use-series-words.js';

/** Series that have dates to come, the next one first. */
export function SeriesList({ hub }: { hub: HubSummary }) {
  const t = useT();
  const list = useSeriesList(hub.slug);
  const words = useSeriesWords();
  const formats = useFormats(hub.timeZone);
  return (
    <Section title={t('series.coming')} count={list.data?.items.length}>
      <QueryView query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('series.none')} />
          ) : (
            <ul className="stack-tight">
              {items.map((series) => (
                <li key={series.id} className="card stack-tight">
                  <h3>
                    <Link href={`/staff/series/${series.id}`}>{seriesName(series)}</Link>
                  </h3>
                  <p>{words(series)}</p>
                  <p className="soft">
                    {isOnce(series.rrule)
                      ? formats.dayTime(series.nextAt)
                      : t('series.next', { when: formats.dayTime(series.nextAt), count: series.datesLeft })}
                  </p>
                  {series.publicTitle && <p className="soft">{t('series.onBoard', { title: series.publicTitle })}</p>}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
