import { useDeferredValue, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { isProblem } from '../api/problem.js';
import { useT } from '../i18n/use-t.js';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { ProblemNotice } from './problem-notice.js';
import { Placeholders } from './placeholders.js';

interface Props<T> {
  query: UseQueryResult<T>;
  /** How many grey bars stand in while nothing is there yet. */
  placeholders?: number;
  children: (data: T) => ReactNode;
}

/** Loading, offline, refused, or the data: the states every page has. Known data stay while they are fetched again. */
export function QueryView<T>({ query, placeholders = 3, children }: Props<T>) {
  const t = useT();
  // What has come is drawn in slices, so that a slow phone answers a touch meanwhile.
  const data = useDeferredValue(query.data);
  if (data !== undefined) return children(data);
  if (query.isError) {
    const missing = isProblem(query.error, 404);
    return (
      <div className="stack">
        <ProblemNotice error={query.error} />
        {!missing && (
          <div>
            <Button onPress={() => void query.refetch()} isPending={query.isFetching}>
              {t('error.tryAgain')}
            </Button>
          </div>
        )}
      </div>
    );
  }
  if (query.fetchStatus === 'paused') return <Notice tone="warning" title={t('offline.title')} />;
  return <Placeholders count={placeholders} />;
}
