import { useLayoutEffect, useRef, useState } from 'react';
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
  const count = record.data?.pages.flatMap(({ items }) => items).length;
  return (
    <>
      <p role="status" className="visually-hidden">
        {/* By its kind: one that has as many entries as the one before is told as well. */}
        {count !== undefined && <span key={of}>{t('record.shown', { count })}</span>}
      </p>
      <Entries key={of} hub={hub} record={record} />
    </>
  );
}

function Entries({ hub, record }: { hub: HubSummary; record: ReturnType<typeof useHubRecord> }) {
  const t = useT();
  const [isMoreAsked, setMoreAsked] = useState(false);
  const showMore = () => {
    setMoreAsked(true);
    void record.fetchNextPage();
  };
  return (
    <QueryView query={record} placeholders={6}>
      {({ pages }) => {
        const entries = pages.flatMap(({ items }) => items);
        if (entries.length === 0) return <Empty text={t('record.none')} />;
        return (
          <>
            <RecordDays entries={entries} hub={hub} />
            {record.isFetchNextPageError && <ProblemNotice error={record.error} />}
            {pages.at(-1)?.nextCursor ? (
              <div>
                <Button isPending={record.isFetchingNextPage} onPress={showMore}>
                  {t('record.more')}
                </Button>
              </div>
            ) : (
              pages.length > 1 && <End takesFocus={isMoreAsked} />
            )}
          </>
        );
      }}
    </QueryView>
  );
}

/** Stands in the place of the button: whoever pressed that has the focus here, and nobody who only comes back. */
function End({ takesFocus }: { takesFocus: boolean }) {
  const t = useT();
  const text = useRef<HTMLParagraphElement>(null);
  // With the button's going, before anything else looks for a place for the focus.
  useLayoutEffect(() => {
    if (takesFocus) text.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <p ref={text} className="soft" tabIndex={-1}>
      {t('record.end')}
    </p>
  );
}
