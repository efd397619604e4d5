import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ErrorWithReasonCode, MqttClient } from 'mqtt';
import { z } from 'zod';
import type { BambuPrinter } from '../../bridge-options.js';
import type { BambuPace } from './bambu-pace.js';
import { CredentialsRefused } from '../network/printer-unreachable.js';
import { mergeReport, type BambuReport } from './bambu-status.js';
import { connectToPrinter } from './printer-certificate.js';

const usualPort = 8883;
/** MQTT 3.1.1: wrong user or password, not authorised. */
const notLetIn: readonly (number | undefined)[] = [4, 5];

const messageSchema = z.object({ print: z.looseObject({ command: z.string().optional() }).optional() });
const answerSchema = z.object({
  command: z.string(),
  sequence_id: z.coerce.string(),
  result: z.string(),
  reason: z.string().default(''),
});
type Answer = z.infer<typeof answerSchema>;

/** The printer has answered, and it is a no. */
export class BambuFault extends Error {
  /** It wants commands signed by its maker's programs: Developer Mode is off. */
  get isReadOnly(): boolean {
    return /verify failed/i.test(this.message);
  }
}

/** One connection to the broker that is in the printer; what it reports adds up to the printer's state. */
export class BambuSession {
  /** Everything the printer has told since the connection was made. */
  report: BambuReport = {};
  /** Rejects with the reason the connection was lost. */
  readonly lost: Promise<never>;
  /** Called after each report. */
  onReport: () => void = () => undefined;
  private lose: (error: Error) => void = () => undefined;
  private readonly answers = new Map<string, (answer: Answer) => void>();
  private sequence = randomInt(1_000_000, 2_000_000);
  private silence: NodeJS.Timeout | undefined;
  private closed = false;

  private constructor(
    private readonly client: MqttClient,
    private readonly topic: string,
    private readonly pace: BambuPace,
  ) {
    this.lost = new Promise((_, reject) => (this.lose = reject));
    // Whoever waits for something else hears of it there.
    this.lost.catch(() => undefined);
    client.on('message', (_topic, payload) => this.receive(payload));
    client.on('error', (error) => this.lose(error));
    client.on('close', () => this.lose(new Error('The printer has hung up')));
    this.hear();
  }

  /** @throws CredentialsRefused when it is another printer, or does not know the access code */
  static async open(printer: BambuPrinter, pace: BambuPace): Promise<BambuSession> {
    const { host, ports, serial, accessCode } = printer;
    const timeoutMs = pace.connectMs;
    const socket = await connectToPrinter({ host, port: ports?.mqtt ?? usualPort, timeoutMs }, printer);
    const client = new MqttClient(() => socket, {
      protocolVersion: 4,
      // With a name of its own every time: the printer goes on feeding one that it takes for the same as before.
      clientId: `digikeskus-${randomUUID().slice(0, 8)}`,
      username: 'bblp',
      password: accessCode,
      keepalive: 30,
      connectTimeout: timeoutMs,
      reconnectPeriod: 0,
    });
    const session = new BambuSession(client, `device/${serial}`, pace);
    try {
      await Promise.race([session.lost, new Promise((resolve) => client.once('connect', resolve))]);
      await Promise.race([session.lost, client.subscribeAsync(`device/${serial}/report`)]);
      return session;
    } catch (error) {
      session.close();
      const refused = error instanceof ErrorWithReasonCode && notLetIn.includes(error.code);
      throw refused ? new CredentialsRefused('The printer does not know the access code', { cause: error }) : error;
    }
  }

  /** Asks for everything; costs a small printer enough that its maker asks for five minutes between two times. */
  async askForAll(): Promise<void> {
    await this.publish({ pushing: { sequence_id: this.nextId(), command: 'pushall', version: 1, push_target: 1 } });
  }

  /**
   * Commands, and waits until the printer has answered or has had time enough to refuse: not all of them answer.
   * @throws BambuFault when it says no
   */
  async command(command: string, fields: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const sequence_id = this.nextId();
    const key = `${command} ${sequence_id}`;
    const answered = new Promise<Answer>((resolve) => this.answers.set(key, resolve));
    try {
      await this.publish({ print: { sequence_id, command, ...fields } });
      const late = wait(this.pace.takenMs, null, { ref: false });
      const answer = await Promise.race([this.lost, answered, late]);
      if (answer && /^fail/i.test(answer.result)) throw new BambuFault(answer.reason || answer.result);
    } finally {
      this.answers.delete(key);
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.silence);
    this.lose(new Error('The connection was closed'));
    this.client.end(true);
    this.client.stream.destroy();
  }

  private async publish(message: object): Promise<void> {
    // At least once: a busy printer overhears what need not arrive.
    const sent = this.client.publishAsync(`${this.topic}/request`, JSON.stringify(message), { qos: 1 });
    await Promise.race([this.lost, sent]);
  }

  private nextId(): string {
    this.sequence += 1;
    return String(this.sequence);
  }

  private receive(payload: Buffer): void {
    this.hear();
    try {
      const { print } = messageSchema.parse(JSON.parse(payload.toString('utf8')));
      if (!print) return;
      if (print.command !== 'push_status') return this.settle(print);
      this.report = mergeReport(this.report, print);
      this.onReport();
    } catch (error) {
      this.lose(error as Error);
    }
  }

  /** Everybody at this printer hears what anybody is answered. */
  private settle(print: unknown): void {
    const answer = answerSchema.safeParse(print);
    if (answer.success) this.answers.get(`${answer.data.command} ${answer.data.sequence_id}`)?.(answer.data);
  }

  /** A printer that was switched off says no goodbye, and some go silent with the connection open. */
  private hear(): void {
    clearTimeout(this.silence);
    if (this.closed) return;
    const { silenceMs } = this.pace;
    this.silence = setTimeout(() => this.lose(new Error(`No report for ${silenceMs / 1000} s`)), silenceMs);
  }
}
