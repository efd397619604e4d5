import { join } from 'node:path';
import type { BridgeCommand, BridgeInfo, PrinterCommand, PrinterEvent } from '#libs/contracts';
import { anyValue, bridgeClientId, MqttConnection, type FailureDecision, type HandlerFailure } from '#libs/mqtt';
import { adapterNames, createAdapter } from './adapters/create-adapter.js';
import type { BridgeOptions, PrinterOptions } from './bridge-options.js';
import { CommandJournal, type JournalEntry } from './journal/command-journal.js';
import { EventOutbox } from './outbox/event-outbox.js';
import { PrintFiles } from './print-files.js';
import { PrinterAgent } from './printer/printer-agent.js';
import { StatusFeed } from './printer/status-feed.js';
import { BridgeStore } from './store/bridge-store.js';
import { Uplink } from './uplink.js';
import { bridgeVersion } from './version.js';

export interface RunningBridge {
  /** Says goodbye and frees everything; virtual machines go on by the wall clock. */
  stop(): Promise<void>;
}

const pruneMs = 24 * 3600 * 1000;
/** Then a command that cannot even be written down (a full disk) is given up; the server repeats it. */
const mostTries = 5;

/**
 * Runs the bridge of one hub: watches its printers, with or without a broker, and does what the server commands.
 * Resolves when the printers are watched; the broker may come later.
 * @throws Error when the data folder cannot be used, or another bridge uses it
 */
export async function startBridge(options: BridgeOptions): Promise<RunningBridge> {
  const store = await BridgeStore.open(join(options.dataDir, 'store'));
  const bridge = new Bridge(options, store, await EventOutbox.open(store));
  try {
    await bridge.open();
  } catch (error) {
    await bridge.stop();
    throw error;
  }
  return bridge;
}

class Bridge implements RunningBridge {
  private readonly place: { readonly hub: string; readonly bridge: string };
  private readonly connection: MqttConnection;
  private readonly journal: CommandJournal;
  private readonly files: PrintFiles;
  private readonly agents = new Map<string, PrinterAgent>();
  private readonly described: BridgeInfo['printers'] = [];
  /** What a crash has interrupted and the server has not been told. */
  private unanswered: JournalEntry[] = [];
  private announced: Promise<void> = Promise.resolve();
  private pruning: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: BridgeOptions,
    private readonly store: BridgeStore,
    private readonly outbox: EventOutbox,
  ) {
    const { hub, bridge, mqtt, log, dataDir } = options;
    this.place = { hub, bridge };
    this.journal = new CommandJournal(store);
    this.files = new PrintFiles(join(dataDir, 'files'));
    this.connection = new MqttConnection({
      ...mqtt,
      clientId: bridgeClientId(hub, bridge),
      // The broker keeps commands while we are away for a moment; each says itself when it is too old.
      clean: false,
      will: { topic: 'bridgeState', params: this.place, payload: { state: 'lost', session: store.session } },
      onInvalid: ({ topic, problem }) => log.warn(`A message on ${topic} is ignored: ${problem}`),
      onHandlerError: (failure) => this.judge(failure),
      onConnectionError: (error) => log.warn(`Broker: ${error.message}`),
    });
  }

  async open(): Promise<void> {
    const { log, printers } = this.options;
    this.unanswered = await this.journal.recover();
    await this.prune();
    for (const printer of printers) await this.addPrinter(printer);
    await this.files.open([...this.agents.values()].flatMap(({ neededFile }) => neededFile ?? []));
    this.pruning = setInterval(() => {
      this.prune().catch((error: unknown) => log.error('Old commands could not be forgotten', error));
    }, pruneMs);
    this.listen();
    this.connection.connect();
    this.outbox.deliver(
      (printer, event, stopped) => this.sendEvent(printer, event, stopped),
      (error) => log.warn(`An event waits: ${(error as Error).message}`),
    );
    log.info(
      `Bridge ${this.place.hub}/${this.place.bridge}, session ${this.store.session}, ${printers.length} printers`,
    );
  }

  async stop(): Promise<void> {
    clearInterval(this.pruning);
    await Promise.all([...this.agents.values()].map((agent) => agent.close()));
    const delivered = this.outbox.stop();
    this.sayGoodbye();
    await this.connection.close();
    await delivered;
    await this.announced;
    await this.store.close();
  }

  private async addPrinter(printer: PrinterOptions): Promise<void> {
    const { connection, files, journal, options, outbox, place, store } = this;
    const { slug, model } = printer;
    const { dataDir, log } = options;
    const adapter = createAdapter(printer, join(dataDir, 'virtual'));
    const uplink = new Uplink(connection, { ...place, printer: slug }, store.session);
    const feed = new StatusFeed(uplink, (error) => log.warn(`${slug}: not told: ${(error as Error).message}`));
    const agent = new PrinterAgent({ slug, adapter, store, journal, outbox, files, feed, log }, uplink);
    this.agents.set(slug, agent);
    const { pause, cancel, temperatures } = adapter.capabilities;
    this.described.push({ slug, adapter: printer.adapter, model, capabilities: { pause, cancel, temperatures } });
    await agent.open(this.unanswered.filter((entry) => entry.printer === slug));
  }

  private listen(): void {
    const { connection, options, place } = this;
    connection.onConnect(() => {
      options.log.info('Connected to the broker');
      void this.announce();
    });
    void connection.subscribe('bridgeCommand', place, ({ payload }) => this.obey(payload));
    void connection.subscribe('printerCommand', { ...place, printer: anyValue }, ({ params, payload }) => {
      return this.forward(params.printer, payload);
    });
  }

  private async forward(printer: string, command: PrinterCommand): Promise<void> {
    const agent = this.agents.get(printer);
    if (agent) return agent.receive(command);
    this.options.log.warn(`There is no printer ${printer} here: ${command.type} is refused`);
    const uplink = new Uplink(this.connection, { ...this.place, printer }, this.store.session);
    await uplink.ack({ cmdId: command.id, phase: 'rejected', code: 'not_supported' });
  }

  private async obey(command: BridgeCommand): Promise<void> {
    if (Date.parse(command.expiresAt) <= Date.now()) return;
    if (command.type === 'rebirth') return this.announce();
    this.options.log.warn('The printers cannot be reloaded while the bridge runs; start it again');
  }

  /** Birth: who we are, that we are here, and how every printer is. Unacknowledged events follow by themselves. */
  private announce(): Promise<void> {
    this.announced = this.announced.then(() => this.announceNow());
    return this.announced;
  }

  private async announceNow(): Promise<void> {
    const { connection, place, store } = this;
    if (!connection.connected) return;
    const { session } = store;
    try {
      await connection.publish('bridgeInfo', place, {
        v: 1,
        session,
        ts: new Date().toISOString(),
        version: bridgeVersion,
        adapters: [...adapterNames],
        printers: this.described,
      });
      await connection.publish('bridgeState', place, { state: 'online', session });
      for (const agent of this.agents.values()) await agent.announce();
      for (const entry of this.unanswered.splice(0)) this.agents.get(entry.printer)?.answer(entry.id, entry);
    } catch (error) {
      this.options.log.warn(`The birth message waits for the next connection: ${(error as Error).message}`);
    }
  }

  /** After the birth message, so that the server knows the session an event is of. */
  private async sendEvent(printer: string, event: PrinterEvent, stopped: AbortSignal): Promise<void> {
    await this.connection.whenConnected(stopped);
    await this.announced;
    await this.connection.publish('printerEvent', { ...this.place, printer }, event);
  }

  /** The same words as the last will, which a polite goodbye keeps from being sent. */
  private sayGoodbye(): void {
    if (!this.connection.connected) return;
    const { session } = this.store;
    this.connection.publish('bridgeState', this.place, { state: 'lost', session }).catch((error: unknown) => {
      this.options.log.warn(`The goodbye was not sent: ${(error as Error).message}`);
    });
  }

  private judge({ topic, error, attempt }: HandlerFailure): FailureDecision {
    this.options.log.error(`A message on ${topic} could not be handled (try ${attempt})`, error);
    return attempt < mostTries ? 'retry' : 'drop';
  }

  private prune(): Promise<void> {
    return this.journal.prune(Date.now());
  }
}
