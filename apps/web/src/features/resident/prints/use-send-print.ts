import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { queryKeys } from '../../../shared/api/query-keys.js';
import { upload } from '../../../shared/api/upload.js';

export interface PrintToSend {
  file: File;
  hub: string;
  material: string;
  note: string;
}

/** Sends a file; `share` is how much of it has left this device, 0–1. */
export function useSendPrint() {
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(null);
  const send = useMutation({
    mutationFn: (print: PrintToSend) => {
      setShare(0);
      stop.current = new AbortController();
      return upload<Pick<PrintJob, 'id' | 'status'>>({
        path: '/print-jobs',
        form: formOf(print),
        onProgress: setShare,
        signal: stop.current.signal,
      });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [queryKeys.printJobs] }),
  });
  return { ...send, share, stop: () => stop.current?.abort() };
}

function formOf({ file, hub, material, note }: PrintToSend): FormData {
  const form = new FormData();
  form.set('hub', hub);
  if (material !== '') form.set('material', material);
  if (note.trim() !== '') form.set('note', note.trim());
  // Last: the server reads the fields before it takes in the file's stream.
  form.set('file', file);
  return form;
}
