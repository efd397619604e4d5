import { useQuery } from '@tanstack/react-query';
import { apiBase } from '../../api/client.js';
import { ApiUnreachable, isProblem, problemFrom } from '../../api/problem.js';
import { queryKeys } from '../../api/query-keys.js';
import { currentLocale } from '../../i18n/locale.js';

const freshMs = 4000;

interface Picture {
  content: Blob;
  takenAt: string;
}

/**
 * What a printer's camera sees, anew every few seconds for as long as somebody looks at the page. Nothing of it is kept
 * when nobody does.
 */
export function usePicture(printer: string) {
  return useQuery({
    queryKey: [queryKeys.picture, printer],
    queryFn: ({ signal }) => fetchPicture(printer, signal),
    // A printer without a camera does not get one while we look.
    refetchInterval: ({ state }) => (isProblem(state.error, 409) ? false : freshMs),
    retry: false,
    staleTime: 0,
    gcTime: 0,
    structuralSharing: false,
  });
}

async function fetchPicture(printer: string, signal: AbortSignal): Promise<Picture> {
  const headers = { 'Accept-Language': currentLocale() };
  const path = `${apiBase}/printers/${encodeURIComponent(printer)}/picture`;
  const response = await fetch(path, { headers, signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new ApiUnreachable('no answer', { cause });
  });
  if (!response.ok) throw problemFrom(response.status, await response.text());
  const takenAt = new Date(response.headers.get('last-modified') ?? Date.now()).toISOString();
  return { content: await response.blob(), takenAt };
}
