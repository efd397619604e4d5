import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Me, PrintJob, Printer } from '#libs/contracts';
import { untilSucceeds } from './until-succeeds.js';

export interface Answer<Body> {
  status: number;
  body: Body;
}

/** Somebody with a browser: keeps the session cookie and speaks the public API. */
export class Visitor {
  private cookie = '';

  constructor(
    private readonly hubUrl: string,
    private readonly language = 'fi',
  ) {}

  /** Signs in with the code from the demo mailbox, as a person would with the mail. */
  static async signIn(hubUrl: string, email: string): Promise<Visitor> {
    const visitor = new Visitor(hubUrl);
    const sentBefore = await visitor.mails(email);
    await visitor.post('/auth/codes', { email });
    const code = await untilSucceeds(async () => {
      const mails = await visitor.mails(email);
      const digits = /\d{6}/.exec(mails[0]?.subject ?? '')?.[0];
      if (mails.length === sentBefore.length || digits === undefined) throw new Error('the code is not there yet');
      return digits;
    });
    const { status } = await visitor.post<Me>('/auth/sessions', { email, code });
    if (status !== 201) throw new Error(`sign-in answered ${status}`);
    return visitor;
  }

  async mails(to: string): Promise<{ subject: string; text: string }[]> {
    const { body } = await this.get<{ subject: string; text: string }[]>(`/demo/mailbox?to=${encodeURIComponent(to)}`);
    return body;
  }

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.send('GET', path);
  }

  post<Body>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('POST', path, { body, headers });
  }

  patch<Body>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.send('PATCH', path, { body, headers: {} });
  }

  /** Sends a print file from the disk. */
  async upload(path: string, fields: Record<string, string> = {}): Promise<Answer<PrintJob>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([await readFile(path)]), basename(path));
    const response = await fetch(`${this.hubUrl}/api/v1/print-jobs`, {
      method: 'POST',
      headers: this.headers(),
      body: form,
    });
    return { status: response.status, body: (await response.json()) as PrintJob };
  }

  /** Sends any request of the API as this person; headers given here win. */
  request(path: string, init: { method?: string; body?: FormData | string; headers?: Record<string, string> } = {}) {
    return fetch(`${this.hubUrl}/api/v1${path}`, { ...init, headers: { ...this.headers(), ...init.headers } });
  }

  /** Waits until a print job is in one of the states. */
  async waitForJob(id: string, states: readonly string[], timeoutMs = 60_000): Promise<PrintJob> {
    return untilSucceeds(async () => {
      const { body } = await this.get<PrintJob>(`/print-jobs/${id}`);
      if (!states.includes(body.status)) {
        throw new Error(`print job is ${body.status} (${body.waitingReason ?? ''}), not ${states.join(' or ')}`);
      }
      return body;
    }, timeoutMs);
  }

  /** Waits until a printer is as asked. */
  async waitForPrinter(slug: string, isRight: (printer: Printer) => boolean, timeoutMs = 30_000): Promise<Printer> {
    return untilSucceeds(async () => {
      const { body } = await this.get<Printer>(`/printers/${slug}`);
      if (!isRight(body)) throw new Error(`printer is ${JSON.stringify(body)}`);
      return body;
    }, timeoutMs);
  }

  /** What a browser sends along with every request. */
  headers(): Record<string, string> {
    return { 'accept-language': this.language, ...(this.cookie !== '' && { cookie: this.cookie }) };
  }

  private async send<Body>(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.hubUrl}/api/v1${path}`, {
      method,
      headers: { ...this.headers(), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const [setCookie] = response.headers.getSetCookie();
    if (setCookie !== undefined) this.cookie = setCookie.split(';')[0] ?? '';
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  }
}
