import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Abstract, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '#libs/platform';
import { createApi } from '../../apps/api/src/api.js';
import type { ConnectionLimits } from '../../apps/api/src/http/connection-limits.js';
import { createTestDatabase } from './database.js';
import { testConfig } from './test-config.js';

interface WaitingMail {
  readonly template: string;
  readonly locale: string;
  readonly params: Record<string, string>;
}

/** The API alone, on a port and a database of its own, without a worker. */
export class RunningApi {
  private stopped: Promise<void> | undefined;

  private constructor(
    readonly url: string,
    readonly databaseUrl: string,
    private readonly app: NestFastifyApplication,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  /**
   * @param options.env settings on top of the test's own; `reach` may give the database another address
   * @param options.webRoot folder of the web app
   * @param options.limits how long a client may take
   */
  static async start(
    options: {
      env?: Record<string, string | undefined>;
      webRoot?: string;
      limits?: ConnectionLimits;
      reach?: (databaseUrl: string) => Promise<string>;
    } = {},
  ): Promise<RunningApi> {
    const database = await createTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'digikeskus-api-'));
    const reached = (await options.reach?.(database.url)) ?? database.url;
    const config = testConfig({ DATABASE_URL: reached, DATA_DIR: folder, LOG_LEVEL: 'error', ...options.env });
    const app = await createApi(config, options.webRoot ?? join(folder, 'no-web'), options.limits);
    await app.listen(0, '127.0.0.1');
    return new RunningApi(await app.getUrl(), database.url, app, async () => {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    });
  }

  get<T>(type: Type<T> | Abstract<T>): T {
    return this.app.get(type, { strict: false });
  }

  /** Looks into the database. */
  rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.get(Database).query<Row>(sql, parameters);
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, init);
  }

  /** Sends JSON. */
  send(method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const content = { 'content-type': 'application/json', ...headers };
    return this.fetch(path, { method, headers: content, body: JSON.stringify(body) });
  }

  /** Asks for a code and reads it where the mail waits to be sent. */
  async codeFor(email: string): Promise<string> {
    await this.send('POST', '/api/v1/auth/codes', { email });
    const [code] = (await this.mailsTo(email)).flatMap(({ params }) => params['code'] ?? []);
    if (code === undefined) throw new Error(`no code was sent to ${email}`);
    return code;
  }

  /** The mails that wait to be sent to an address, the last first. */
  async mailsTo(email: string): Promise<WaitingMail[]> {
    const rows = await this.rows<{ payload: WaitingMail }>(
      `SELECT payload FROM outbox WHERE job_name = 'mail.send' AND payload ->> 'to' = $1 ORDER BY id DESC`,
      [email],
    );
    return rows.map(({ payload }) => payload);
  }

  /** @returns the `Cookie` header of somebody signed in */
  async cookieOf(email: string): Promise<string> {
    const code = await this.codeFor(email);
    const response = await this.send('POST', '/api/v1/auth/sessions', { email, code });
    if (response.status !== 201) throw new Error(`sign-in answered ${response.status}`);
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  /** Stops serving; streams that are open end. */
  stop(): Promise<void> {
    this.stopped ??= this.app.close();
    return this.stopped;
  }

  async remove(): Promise<void> {
    await this.stop();
    await this.cleanUp();
  }
}
