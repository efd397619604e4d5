import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { queryKeys } from '../../api/query-keys.js';
import { upload } from '../../api/upload.js';

/** `file`: in the place of what was sent. `print-file`: beside it, for the printer. */
export type FilePlace = 'file' | 'print-file';

/** Sends another file for a print as it was looked at; `share` is how much of it has left this device, 0–1. */
export function useSendFile({ id, version }: Pick<PrintJob, 'id' | 'version'>, place: FilePlace) {
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(null);
  const send = useMutation({
    mutationFn: (file: File) => {
      setShare(0);
      stop.current = new AbortController();
      const form = new FormData();
      form.set('file', file);
      const { signal } = stop.current;
      const path = `/print-jobs/${id}/${place}`;
      return upload<PrintJob>({ path, method: 'PUT', version, form, onProgress: setShare, signal });
    },
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.printJobs] }),
  });
  return { ...send, share, stop: () => stop.current?.abort() };
}
