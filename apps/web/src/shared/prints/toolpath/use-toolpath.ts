import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/query-keys.js';
import { ApiUnreachable, problemFrom } from '../../api/problem.js';
import { readToolpath } from './read-toolpath.js';

/** The way of the nozzle; its address names the content, so it is asked for once. */
export function useToolpath(url: string) {
  return useQuery({
    queryKey: [queryKeys.toolpath, url],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const response = await fetch(url, { signal }).catch((cause: unknown) => {
        throw signal.aborted ? cause : new ApiUnreachable('no answer', { cause });
      });
      if (!response.ok || !response.body) throw problemFrom(response.status, await response.text());
      const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
      return readToolpath(await new Response(unpacked).arrayBuffer());
    },
  });
}
