import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { RecordDays } from './record-days.js';
import type { SubjectType } from './subject-types.js';
import { useHubRecord } from './use-hub-record.js';

interface Props {
  hub: HubSummary;
  /** Undefined for everything. */
  of: SubjectType | undefined;
}

/** The newest entries, and older ones for whoever asks for them. */
export function RecordList({ hub, of }: Props) {
  const t = useT();
  const record = useHubRecord(hub.slug, of);
  return (
    <QueryView query={record} placeholders={6}>
      {({ pages }) => {
        const entries = pages.flatMap(({ items }) => items);
        if (entries.length === 0) return <Empty text={t('record.none')} />;
        return (
          <>
            <p role="status" className="visually-hidden">
              {t('record.shown', { count: entries.length })}
            </p>
            <RecordDays entries={entries} hub={hub} />
            {record.isFetchNextPageError && <ProblemNotice error={record.error} />}
            {record.hasNextPage ? (
              <div>
                <Button isPending={record.isFetchingNextPage} onPress={() => void record.fetchNextPage()}>
                  {t('record.more')}
                </Button>
              </div>
            ) : (
              pages.length > 1 && <End />
            )}
          </>
        );
      }}
    </QueryView>
  );
}

/** Takes the focus of the button in whose place it stands. */
function End() {
  const t = useT();
  return (
    <p className="soft" tabIndex={-1} ref={(element) => element?.focus({ preventScroll: true })}>
      {t('record.end')}
    </p>
  );
}
