import { openAsBlob } from 'node:fs';
import { z } from 'zod';
import type { OctoPrintPrinter } from '../../bridge-options.js';
import { isRemoteName } from '../../journal/command-journal.js';
import { HttpFault, refuseUpload } from '../network/http-fault.js';
import { uploadDeadlineMs } from '../network/pace.js';
import { CredentialsRefused } from '../network/printer-unreachable.js';
import type { PrintToStart } from '../printer-adapter.js';

const loginSchema = z.object({ name: z.string(), session: z.string() });
const userSchema = z.object({ permissions: z.array(z.string()).default([]) });
const filesSchema = z.object({ files: z.array(z.object({ name: z.string(), type: z.string().optional() })) });
const settingsSchema = z.object({
  webcam: z.object({ webcamEnabled: z.boolean().default(true), snapshotUrl: z.string().nullish() }).optional(),
});
const errorSchema = z.object({ error: z.string() });

/** What printing needs: to send a file, to start it, to remove it. */
const needed = ['FILES_UPLOAD', 'PRINT', 'FILES_DELETE'];

/** OctoPrint's HTTP interface. */
export class OctoPrintClient {
  private readonly base: string;

  constructor(
    private readonly printer: OctoPrintPrinter,
    private readonly timeoutMs: number,
  ) {
    this.base = printer.url.replace(/\/$/, '');
  }

  /** Where changes are pushed, without SockJS's own frames. */
  get pushUrl(): string {
    return `${this.base.replace(/^http/, 'ws')}/sockjs/websocket`;
  }

  /** @returns what the push connection wants to hear. @throws CredentialsRefused when it does not know the key */
  async login(): Promise<string> {
    const { name, session } = loginSchema.parse(await this.send('POST', '/api/login', { passive: true }));
    return `${name}:${session}`;
  }

  /** A key may be allowed to read and nothing else; everything looks well then. */
  async mayPrint(): Promise<boolean> {
    const { permissions } = userSchema.parse(await this.send('GET', '/api/currentuser'));
    return permissions.includes('ADMIN') || needed.every((permission) => permissions.includes(permission));
  }

  /** @returns where its webcam has a single picture, in its own words; null when it has none */
  async webcam(): Promise<string | null> {
    const { webcam } = settingsSchema.parse(await this.send('GET', '/api/settings'));
    return (webcam?.webcamEnabled === true && webcam.snapshotUrl) || null;
  }

  /** @throws HttpFault when it says no */
  async tell(path: string, command: Readonly<Record<string, unknown>>): Promise<void> {
    await this.send('POST', path, command);
  }

  /**
   * Sends the file straight from the disk; it is started on its own, so that it is known which of the two has failed.
   * @throws PrinterRefusal whatever goes wrong: a file that is not there whole cannot move anything
   */
  async upload({ filePath, remoteName }: PrintToStart): Promise<void> {
    const blob = await openAsBlob(filePath);
    const form = new FormData();
    form.set('file', blob, remoteName);
    await this.exchange('POST', '/api/files/local', form, uploadDeadlineMs(blob.size)).catch(refuseUpload);
  }

  /** Removes our files, but for the one that is printed. */
  async sweep(inUse: string | null): Promise<void> {
    const { files } = filesSchema.parse(await this.send('GET', '/api/files/local'));
    for (const { name } of files) {
      if (isRemoteName(name) && name !== inUse) await this.send('DELETE', `/api/files/local/${name}`);
    }
  }

  private send(method: string, path: string, body?: object): Promise<unknown> {
    return this.exchange(method, path, body && JSON.stringify(body), this.timeoutMs);
  }

  private async exchange(
    method: string,
    path: string,
    body: string | FormData | undefined,
    timeoutMs: number,
  ): Promise<unknown> {
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: {
        'x-api-key': this.printer.apiKey,
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    if (response.status === 401 || response.status === 403) {
      throw new CredentialsRefused(`OctoPrint answers ${response.status}`);
    }
    const answer: unknown = text === '' || !isJson(response) ? null : JSON.parse(text);
    if (response.ok) return answer;
    const why = errorSchema.safeParse(answer);
    throw new HttpFault(response.status, why.success ? why.data.error : `OctoPrint answers ${response.status}`);
  }
}

function isJson({ headers }: Response): boolean {
  return headers.get('content-type')?.includes('json') ?? false;
}
