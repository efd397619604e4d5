import { z } from 'zod';
import type { PrusaLinkPrinter } from '../../bridge-options.js';
import { HttpFault } from '../network/http-fault.js';
import { readPicture } from '../network/fetch-picture.js';
import { CredentialsRefused } from '../network/printer-unreachable.js';
import { answerChallenge, readChallenge, type DigestChallenge } from './digest.js';

interface PrusaLinkContent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
}

export interface PrusaLinkRequest extends PrusaLinkContent {
  /** How long the whole exchange may take. */
  readonly timeoutMs: number;
}

const problemSchema = z.object({ title: z.string().default(''), text: z.string().default('') });

/** PrusaLink's HTTP interface, with the key or the password of the printer. */
export class PrusaLinkClient {
  private challenge: DigestChallenge | null = null;
  private count = 0;
  private readonly base: string;

  constructor(private readonly printer: PrusaLinkPrinter) {
    this.base = printer.url.replace(/\/$/, '');
  }

  /**
   * @returns the answer's JSON; null when it has none
   * @throws CredentialsRefused when the printer does not know us
   * @throws HttpFault for every other answer that is not a success
   */
  async send(method: string, path: string, request: PrusaLinkRequest): Promise<unknown> {
    const response = await this.admitted(method, path, request, AbortSignal.timeout(request.timeoutMs));
    const text = await response.text();
    if (!response.ok) throw new HttpFault(response.status, describe(response.status, text));
    return text === '' ? null : parse(text);
  }

  /** @returns null when there is none. @throws as {@link send} */
  async picture(path: string, signal: AbortSignal): Promise<Uint8Array | null> {
    const response = await this.admitted('GET', path, {}, signal);
    if (response.status === 200) return readPicture(response);
    await response.body?.cancel();
    if (response.status === 204 || response.status === 404) return null;
    throw new HttpFault(response.status, `PrusaLink answers ${response.status}`);
  }

  /** Proves who we are, when it wants to know. */
  private async admitted(
    method: string,
    path: string,
    request: PrusaLinkContent,
    signal: AbortSignal,
  ): Promise<Response> {
    let response = await this.exchange(method, path, request, signal);
    if (response.status === 401 && this.printer.password !== undefined) {
      // A new printer, or one that has forgotten its question: it asks again, and we answer that once.
      await response.body?.cancel();
      this.challenge = readChallenge(response.headers.get('www-authenticate'));
      this.count = 0;
      if (!this.challenge) throw new CredentialsRefused('PrusaLink wants another proof than a password');
      response = await this.exchange(method, path, request, signal);
    }
    if (response.status === 401 || response.status === 403) {
      await response.body?.cancel();
      throw new CredentialsRefused(`PrusaLink answers ${response.status}`);
    }
    return response;
  }

  private exchange(
    method: string,
    path: string,
    { headers = {}, body }: PrusaLinkContent,
    signal: AbortSignal,
  ): Promise<Response> {
    const proof = this.proof(method, path);
    const content = body === undefined ? {} : { body };
    return fetch(`${this.base}${path}`, { method, headers: { ...headers, ...proof }, signal, ...content });
  }

  private proof(method: string, uri: string): Record<string, string> {
    const { apiKey, username, password } = this.printer;
    if (apiKey !== undefined) return { 'x-api-key': apiKey };
    if (!this.challenge || password === undefined) return {};
    this.count += 1;
    const account = { username: username ?? 'maker', password };
    return { authorization: answerChallenge(this.challenge, account, { method, uri, count: this.count }) };
  }
}

function describe(status: number, text: string): string {
  const problem = problemSchema.safeParse(parse(text));
  const words = problem.success ? [problem.data.title, problem.data.text].filter(Boolean).join(': ') : '';
  return words || `PrusaLink answers ${status}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
