import { currentLocale } from '../i18n/locale.js';
import { apiBase, newIdempotencyKey } from './client.js';
import { ApiUnreachable, problemFrom } from './problem.js';

interface Upload {
  path: string;
  form: FormData;
  /** PUT for another file in the place of one. */
  method?: 'POST' | 'PUT';
  /** Share of the bytes that have left, 0–1. */
  /** Of what was looked at; another one by then is refused. */
  version?: number;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** A multipart request by XMLHttpRequest: fetch tells nothing about how much has been sent. */
export function upload<T>({ path, form, method = 'POST', version, onProgress, signal }: Upload): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, apiBase + path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', currentLocale());
    request.setRequestHeader('Idempotency-Key', newIdempotencyKey());
    if (version !== undefined) request.setRequestHeader('If-Match', `"${version}"`);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(problemFrom(request.status, request.responseText));
    };
    request.onerror = () => reject(new ApiUnreachable('the upload broke off'));
    request.onabort = () => reject(new ApiUnreachable('the upload was stopped'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
