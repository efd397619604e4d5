import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { queryKeys } from '../../../shared/api/query-keys.js';
import { upload } from '../../../shared/api/upload.js';

/** Sends another file for a print; `share` is how much of it has left this device, 0–1. */
export function useReplaceFile({ id }: Pick<PrintJob, 'id'>) {
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(null);
  const replace = useMutation({
    mutationFn: (file: File) => {
      setShare(0);
      stop.current = new AbortController();
      const form = new FormData();
      form.set('file', file);
      const { signal } = stop.current;
      return upload<PrintJob>({ path: `/print-jobs/${id}/file`, method: 'PUT', form, onProgress: setShare, signal });
    },
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.printJobs] }),
  });
  return { ...replace, share, stop: () => stop.current?.abort() };
}
