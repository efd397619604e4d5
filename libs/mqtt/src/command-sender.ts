import type { CommandAck, PrinterCommand } from '#libs/contracts';
import type { MqttConnection } from './mqtt-connection.js';
import { anyValue, type TopicParams } from './topic-name.js';

/** The bridge's last word on a command. */
export interface CommandAnswer {
  readonly phase: Exclude<CommandAck['phase'], 'received'>;
  readonly code: CommandAck['code'];
}

/** No last word in time. `received` tells whether the bridge has the command: then it is at work on it. */
export interface NoAnswer {
  readonly phase: 'timeout';
  readonly received: boolean;
}

interface Waiting {
  received: boolean;
  settle(answer: CommandAnswer | NoAnswer): void;
}

/**
 * Sends commands to printers and awaits what became of them. After a time-out send the SAME command again: the bridge
 * acts on an id once and repeats its answer.
 */
export class CommandSender {
  private readonly waiting = new Map<string, Set<Waiting>>();

  constructor(private readonly connection: MqttConnection) {}

  /** Subscribes to the acks of every bridge; call it once. Resolves when the broker has granted it. */
  listen(): Promise<void> {
    const everywhere = { hub: anyValue, bridge: anyValue, printer: anyValue };
    return this.connection.subscribe('commandAck', everywhere, async ({ payload }) => this.note(payload));
  }

  /**
   * @param timeoutMs from now to the bridge's last word, waiting for the broker included
   * @throws ZodError when the command is not what the contract says; Error when the connection is closed
   */
  send(
    params: TopicParams<'printerCommand'>,
    command: PrinterCommand,
    { timeoutMs }: { timeoutMs: number },
  ): Promise<CommandAnswer | NoAnswer> {
    const timedOut = new AbortController();
    return new Promise<CommandAnswer | NoAnswer>((resolve, reject) => {
      const settle = (outcome: () => void): void => {
        clearTimeout(timer);
        this.forget(command.id, waiting);
        outcome();
      };
      const waiting: Waiting = { received: false, settle: (answer) => settle(() => resolve(answer)) };
      const timer = setTimeout(() => {
        waiting.settle({ phase: 'timeout', received: waiting.received });
        timedOut.abort(new Error('Nobody waits for the command any more'));
      }, timeoutMs);
      this.remember(command.id, waiting);
      this.hand(params, command, timedOut.signal).catch((error: Error) => settle(() => reject(error)));
    });
  }

  /** Waits for the broker first: a command handed over while it is away would be sent much later, unasked. */
  private async hand(
    params: TopicParams<'printerCommand'>,
    command: PrinterCommand,
    signal: AbortSignal,
  ): Promise<void> {
    await this.connection.whenConnected(signal);
    await this.connection.publish('printerCommand', params, command);
  }

  private note({ cmdId, phase, code }: CommandAck): void {
    for (const waiting of this.waiting.get(cmdId) ?? []) {
      if (phase === 'received') waiting.received = true;
      else waiting.settle({ phase, code });
    }
  }

  private remember(id: string, waiting: Waiting): void {
    this.waiting.set(id, (this.waiting.get(id) ?? new Set()).add(waiting));
  }

  private forget(id: string, waiting: Waiting): void {
    const all = this.waiting.get(id);
    all?.delete(waiting);
    if (all?.size === 0) this.waiting.delete(id);
  }
}
