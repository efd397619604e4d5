import { useEffect, useState, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Placeholders } from './placeholders.js';

/** What is slower than this comes when it comes: the rest is not kept from whoever waits. */
const longestWaitMs = 3000;

interface Props {
  /** What the page above all asks for; each part still tells of its own failure. */
  queries: readonly Pick<UseQueryResult, 'isPending' | 'fetchStatus' | 'failureCount'>[];
  placeholders?: number;
  children: ReactNode;
}

/** A page whose parts appear at once, when each of them has been answered, so that none pushes down what is read. */
export function Together({ queries, placeholders = 4, children }: Props) {
  const [isShown, setIsShown] = useState(false);
  // Nobody waits for what has failed once or is offline, and what has been shown never goes away again.
  const isWaiting = queries.some(
    ({ isPending, fetchStatus, failureCount }) => isPending && fetchStatus === 'fetching' && failureCount === 0,
  );
  if (!isShown && !isWaiting) setIsShown(true);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), longestWaitMs);
    return () => clearTimeout(timer);
  }, []);
  return isShown ? children : <Placeholders count={placeholders} />;
}
