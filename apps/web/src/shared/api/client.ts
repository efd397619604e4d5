import { currentLocale } from '../i18n/locale.js';
import { ApiUnreachable, problemFrom } from './problem.js';

export const apiBase = '/api/v1';

interface RequestOptions {
  /** Sent as JSON, but for a file, which is sent as it is. */
  body?: unknown;
  signal?: AbortSignal;
  /** Makes a repeated attempt of a creating POST harmless. */
  idempotencyKey?: string;
  /** The version that was looked at: refused with 412 when there is another one by now. */
  version?: number;
}

/**
 * One request to the API. The answer's type is the contract's; both sides are built from it together.
 * @throws ApiProblem when the API refuses, ApiUnreachable when no proper answer comes
 */
async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': currentLocale() });
  const { body } = options;
  if (body !== undefined) headers.set('Content-Type', body instanceof Blob ? body.type : 'application/json');
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
  const response = await fetch(apiBase + path, {
    method,
    headers,
    body: body === undefined ? null : body instanceof Blob ? body : JSON.stringify(body),
    signal: options.signal ?? null,
  }).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    throw new ApiUnreachable('no answer', { cause });
  });
  const text = await response.text();
  if (!response.ok) throw problemFrom(response.status, text);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Answers on their way by path and language, each for the first who asks. */
const underWay = new Map<string, Promise<unknown>>();
/** What nobody has fetched by then is no longer news. */
const freshMilliseconds = 10_000;

/** Who has changed the language meanwhile wants other sentences than those that were asked for. */
const keyOf = (path: string): string => `${currentLocale()} ${path}`;

function take(path: string): Promise<unknown> | undefined {
  const key = keyOf(path);
  const answer = underWay.get(key);
  underWay.delete(key);
  return answer;
}

export const api = {
  /** Asks already for what a page will `get` as soon as it is there. */
  ahead: (path: string) => {
    const answer = request('GET', path);
    // Whoever takes it learns what went wrong.
    answer.catch(() => undefined);
    const key = keyOf(path);
    underWay.set(key, answer);
    setTimeout(() => underWay.delete(key), freshMilliseconds);
  },
  get: <T>(path: string, signal?: AbortSignal) =>
    (take(path) as Promise<T> | undefined) ?? request<T>('GET', path, signal ? { signal } : {}),
  post: <T>(path: string, body?: unknown, options: Omit<RequestOptions, 'body'> = {}) =>
    request<T>('POST', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options: Omit<RequestOptions, 'body'> = {}) =>
    request<T>('PATCH', path, { ...options, body }),
  put: <T = void>(path: string, body?: unknown, options: Omit<RequestOptions, 'body'> = {}) =>
    request<T>('PUT', path, { ...options, body }),
  delete: (path: string, options: Omit<RequestOptions, 'body'> = {}) => request<void>('DELETE', path, options),
};

/** A fresh key for one intended creation; `crypto.randomUUID` is missing on plain-HTTP hosts inside a hub. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
