import { join } from 'node:path';
import type { BridgeCommand, PrinterCommand, PrinterEvent } from '#libs/contracts';
import { anyValue, bridgeClientId, MqttConnection, type FailureDecision, type HandlerFailure } from '#libs/mqtt';
import { adapterNames, createAdapter } from './adapters/create-adapter.js';
import type { BridgeOptions } from './bridge-options.js';
import { HomeAssistant } from './home-assistant/home-assistant.js';
import { examinePrinters, unknownPrinter } from './doctor.js';
import { CommandJournal, type JournalEntry } from './journal/command-journal.js';
import { EventOutbox } from './outbox/event-outbox.js';
import { Photographer } from './photographer.js';
import { PrintFiles } from './print-files.js';
import { PrinterFleet } from './printer/printer-fleet.js';
import { Reloading } from './reloading.js';
import { BridgeStore } from './store/bridge-store.js';
import { Uplink } from './uplink.js';
import { bridgeVersion } from './version.js';

export interface RunningBridge {
  /** Says goodbye and frees everything; virtual machines go on by the wall clock. */
  stop(): Promise<void>;
  /** Reads the printers anew, as the server's `reload` does. */
  reload(): Promise<void>;
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
  private readonly fleet: PrinterFleet;
  private readonly homeAssistant: HomeAssistant;
  private readonly photographer: Photographer;
  private readonly uplinks = new Map<string, Uplink>();
  /** What a crash has interrupted and the server has not been told. */
  private unanswered: JournalEntry[] = [];
  private announced: Promise<void> = Promise.resolve();
  private readonly reloading = new Reloading(() => this.readPrinters());
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
    this.homeAssistant = new HomeAssistant(this.connection, this.place, store);
    this.photographer = new Photographer((slug) => this.fleet.adapterOf(slug), log);
    this.fleet = new PrinterFleet({
      store,
      journal: this.journal,
      outbox,
      files: this.files,
      log,
      adapterFor: (printer) => createAdapter(printer, join(dataDir, 'virtual')),
      uplinkFor: (slug) => this.uplinkFor(slug),
    });
  }

  async open(): Promise<void> {
    const { log, printers } = this.options;
    this.unanswered = await this.journal.recover();
    await this.prune();
    await this.fleet.open(printers, this.unanswered);
    await this.files.open(this.fleet.neededFiles);
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
    await this.reloading.stop();
    await this.photographer.close();
    await this.fleet.close();
    const delivered = this.outbox.stop();
    this.sayGoodbye();
    await this.connection.close();
    await delivered;
    await this.announced;
    await this.store.close();
  }

  reload(): Promise<void> {
    return this.reloading.request();
  }

  /**
   * What is wrong with the printers is logged, and changes nothing.
   * @returns whether every change was taken up
   */
  private async readPrinters(): Promise<boolean> {
    const { log, reload } = this.options;
    if (!reload) {
      log.warn('The printers of this bridge never change');
      return true;
    }
    let isAll = false;
    try {
      const busy = await this.fleet.change(await reload());
      for (const slug of busy) log.warn(`${slug} is at a command and stays as it is for now`);
      log.info('The printers are read anew');
      isAll = busy.length === 0;
    } catch (error) {
      log.error('The printers cannot be used as they are written; everything stays as it is for now', error);
    }
    await this.announce();
    return isAll;
  }

  /** One for each name for the whole session: a printer that comes back goes on counting where it was. */
  private uplinkFor(printer: string): Uplink {
    const uplink =
      this.uplinks.get(printer) ?? new Uplink(this.connection, { ...this.place, printer }, this.store.session);
    this.uplinks.set(printer, uplink);
    return uplink;
  }

  private listen(): void {
    const { connection, options, place } = this;
    connection.onConnect(() => {
      options.log.info('Connected to the broker');
      void this.announce();
      if (options.reloadsOnConnect) void this.reload();
    });
    void connection.subscribe('bridgeCommand', place, ({ payload }) => this.obey(payload));
    void connection.subscribe('printerCommand', { ...place, printer: anyValue }, ({ params, payload }) => {
      return this.forward(params.printer, payload);
    });
  }

  private async forward(printer: string, command: PrinterCommand): Promise<void> {
    if (await this.fleet.receive(printer, command)) return;
    this.options.log.warn(`There is no printer ${printer} here: ${command.type} is refused`);
    await this.uplinkFor(printer).ack({ cmdId: command.id, phase: 'rejected', code: 'not_supported' });
  }

  private async obey(command: BridgeCommand): Promise<void> {
    if (Date.parse(command.expiresAt) <= Date.now()) return;
    switch (command.type) {
      case 'rebirth':
        return this.announce();
      case 'reload':
        return this.reload();
      case 'examine':
        // A printer that does not answer takes its time, and nobody else's command waits for it.
        void this.examine(command);
        return;
      case 'photograph':
        this.photographer.bring(command);
    }
  }

  private async examine({ id, printer }: { id: string; printer: string }): Promise<void> {
    const options = this.fleet.optionsOf(printer);
    const machinesDir = join(this.options.dataDir, 'virtual');
    try {
      const [found = unknownPrinter] = options ? await examinePrinters([options], { machinesDir }) : [];
      await this.uplinkFor(printer).diagnosis(id, found);
    } catch (error) {
      this.options.log.warn(`${printer} could not be looked at: ${(error as Error).message}`);
    }
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
        printers: this.fleet.described,
      });
      await connection.publish('bridgeState', place, { state: 'online', session });
      await this.fleet.announce();
      await this.homeAssistant.announce(this.fleet.described, this.options.homeAssistant?.());
      for (const entry of this.unanswered.splice(0)) this.fleet.answer(entry);
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
