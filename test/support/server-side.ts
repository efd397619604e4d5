import { randomUUID } from 'node:crypto';
import type {
  BridgeInfo,
  BridgeState,
  CommandAck,
  PrinterCommand,
  PrinterEvent,
  PrinterStatus,
  PrinterTemperature,
  PrintReference,
} from '#libs/contracts';
import { CommandSender, MqttConnection } from '#libs/mqtt';
import { eventually } from './eventually.js';
import type { TestBroker } from './brokers.js';

export const place = { hub: 'keskusta', bridge: 'silta' };
export const printer = { ...place, printer: 'prusa' };
export const serverAccount = { username: 'server', password: 'server-secret' };
export const bridgeAccount = { username: 'keskusta/silta', password: 'bridge-secret' };

interface Print extends PrintReference {
  readonly args: Extract<PrinterCommand, { type: 'start' }>['args'];
}
type Answer = ReturnType<CommandSender['send']>;
type Expectation = Partial<PrinterCommand['expect']>;

/** The other end of the contract: hears everything a bridge says and commands it, as the server does. */
export class ServerSide {
  readonly states: BridgeState[] = [];
  readonly infos: BridgeInfo[] = [];
  readonly statuses: PrinterStatus[] = [];
  readonly events: PrinterEvent[] = [];
  readonly temperatures: PrinterTemperature[] = [];
  readonly acks: CommandAck[] = [];
  readonly faults: string[] = [];
  private readonly connection: MqttConnection;
  private readonly sender: CommandSender;

  constructor(broker: TestBroker) {
    this.connection = new MqttConnection({
      url: broker.url,
      ...serverAccount,
      clientId: `server-${randomUUID().slice(0, 8)}`,
      clean: true,
      maxReconnectMs: 1000,
      onInvalid: ({ topic, problem }) => this.faults.push(`${topic}: ${problem}`),
      onHandlerError: ({ error }) => {
        this.faults.push(String(error));
        return 'drop';
      },
      onConnectionError: () => undefined,
    });
    this.sender = new CommandSender(this.connection);
  }

  async open(): Promise<void> {
    const { connection } = this;
    const all = { hub: '+', bridge: '+', printer: '+' };
    connection.connect();
    await Promise.all([
      this.sender.listen(),
      connection.subscribe('bridgeState', all, async ({ payload }) => void this.states.push(payload)),
      connection.subscribe('bridgeInfo', all, async ({ payload }) => void this.infos.push(payload)),
      connection.subscribe('printerStatus', all, async ({ payload }) => void this.statuses.push(payload)),
      connection.subscribe('printerEvent', all, async ({ payload }) => void this.events.push(payload)),
      connection.subscribe('printerTemperature', all, async ({ payload }) => void this.temperatures.push(payload)),
      connection.subscribe('commandAck', all, async ({ payload }) => void this.acks.push(payload)),
    ]);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** The newest snapshot, if there is one. */
  get status() {
    return this.statuses.at(-1);
  }

  get eventTypes(): PrinterEvent['type'][] {
    return this.events.map(({ type }) => type);
  }

  /** Waits for the newest snapshot to say so. */
  async seen(state: PrinterStatus['state'], ms?: number): Promise<void> {
    await eventually(`the printer is ${state}`, () => this.status?.state === state, ms);
  }

  rebirth(): Promise<void> {
    return this.tell('rebirth');
  }

  reload(): Promise<void> {
    return this.tell('reload');
  }

  /** Asks for a picture of a printer, to be brought to this address. */
  async photograph(url: string, printerSlug = printer.printer): Promise<void> {
    const expiresAt = new Date(Date.now() + 10_000).toISOString();
    const order = { v: 1, id: randomUUID(), type: 'photograph', expiresAt, printer: printerSlug, url } as const;
    await this.connection.publish('bridgeCommand', place, order);
  }

  send(command: PrinterCommand, timeoutMs = 10_000): Answer {
    return this.sender.send(printer, command, { timeoutMs });
  }

  start(print: Print, timeoutMs?: number): Answer {
    return this.send(startOf(print), timeoutMs);
  }

  private async tell(type: 'rebirth' | 'reload'): Promise<void> {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    await this.connection.publish('bridgeCommand', place, { v: 1, id: randomUUID(), type, expiresAt });
  }
}

export function aPrint(args: Print['args']): Print {
  return { jobId: randomUUID(), attempt: 1, startToken: randomUUID(), args };
}

export function startOf(print: Print, expected: Expectation = {}): PrinterCommand {
  return { ...envelope(expected), ...print, type: 'start' };
}

export function jobCommand(type: 'pause' | 'resume' | 'cancel', { jobId, attempt }: Print): PrinterCommand {
  return { ...envelope(), type, jobId, attempt };
}

export function plainCommand(type: 'clear_plate' | 'emergency_stop'): PrinterCommand {
  return { ...envelope(), type };
}

function envelope(expected: Expectation = {}) {
  return {
    v: 1 as const,
    id: randomUUID(),
    expect: { state: null, session: null, jobId: null, ...expected },
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
  };
}
