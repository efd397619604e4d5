import { useEffect } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { LiveEvent, LiveTopic } from '#libs/contracts';
import { apiBase } from './client.js';
import { queryKeys } from './query-keys.js';

const affected: Record<LiveTopic, readonly string[]> = {
  board: [queryKeys.board, queryKeys.availability],
  queue: [queryKeys.queue, queryKeys.printJobs, queryKeys.board],
  printers: [queryKeys.printers, queryKeys.printJobs, queryKeys.board],
  bookings: [queryKeys.bookings, queryKeys.availability, queryKeys.board],
  devices: [queryKeys.devices],
  faults: [queryKeys.faults],
};

/** A burst of events becomes one round of requests. */
const gatherMilliseconds = 250;
/** How long to wait before a stream that the server closed for good is opened anew. */
const reopenMilliseconds = 3_000;

/** Fetches again what the server says has changed, for as long as the page is shown. */
export function useLive(topics: readonly LiveTopic[]): void {
  const client = useQueryClient();
  const list = topics.join(',');
  useEffect(() => follow(list.split(',') as LiveTopic[], client), [list, client]);
}

function follow(topics: LiveTopic[], client: QueryClient): () => void {
  const due = new Set<string>();
  let gather: number | undefined;
  let reopen: number | undefined;
  let source: EventSource;

  const flush = () => {
    gather = undefined;
    for (const key of due) void client.invalidateQueries({ queryKey: [key] });
    due.clear();
  };
  const mark = (topic: LiveTopic) => {
    for (const key of affected[topic] ?? []) due.add(key);
    gather ??= window.setTimeout(flush, gatherMilliseconds);
  };
  const onEvent = (event: MessageEvent<string>) => mark((JSON.parse(event.data) as LiveEvent).topic);
  const open = () => {
    let wasBroken = false;
    source = new EventSource(`${apiBase}/live?topics=${topics.join(',')}`);
    source.onmessage = onEvent;
    // Whatever happened while the line was down was not told: ask for everything once.
    source.onopen = () => wasBroken && topics.forEach(mark);
    source.onerror = () => {
      wasBroken = true;
      if (source.readyState !== EventSource.CLOSED) return;
      reopen = window.setTimeout(() => {
        open();
        topics.forEach(mark);
      }, reopenMilliseconds);
    };
  };

  open();
  return () => {
    source.close();
    window.clearTimeout(gather);
    window.clearTimeout(reopen);
  };
}
