import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessList } from '#libs/mqtt';
import type { VirtualMachine } from '../../hardware-bridge/src/adapters/virtual/machine.js';
import type { BridgeOptions, PrinterOptions, VirtualFaults } from '../../hardware-bridge/src/bridge-options.js';
import { startBridge } from '../../hardware-bridge/src/bridge.js';
import { mosquittoAvailable, startAedes, startMosquitto, type TestBroker } from './brokers.js';
import { eventually } from './eventually.js';
import { PrintServer } from './print-server.js';
import { bridgeAccount, place, ServerSide, serverAccount } from './server-side.js';

type StartBroker = (port?: number) => Promise<TestBroker>;

/** Mosquitto under the access list that the production profile gives it. */
const startProductionMosquitto: StartBroker = async (port) => {
  const acl = accessList(serverAccount.username, [bridgeAccount.username]);
  return startMosquitto({ accounts: [serverAccount, bridgeAccount], acl }, port);
};

/** Every broker a hub may have. */
export const hubBrokers: { name: string; start: StartBroker }[] = [
  { name: 'aedes', start: startAedes },
  ...(mosquittoAvailable() ? [{ name: 'mosquitto', start: startProductionMosquitto }] : []),
];

/** A broker, a bridge with one virtual printer `prusa`, files to print, and the server's side of the contract. */
export class BridgeFixture {
  readonly files = new PrintServer();
  readonly log: string[] = [];
  /** Errors in the log that a test means to cause. */
  readonly expectedErrors: string[] = [];
  /** Whether Home Assistant is told of the printers. */
  homeAssistant: boolean | undefined = undefined;
  private bridge: { stop(): Promise<void> } | null = null;

  private constructor(
    private readonly startBroker: StartBroker,
    readonly dataDir: string,
    private broker: TestBroker,
    public server: ServerSide,
  ) {}

  static async open(startBroker: StartBroker): Promise<BridgeFixture> {
    const broker = await startBroker();
    const dataDir = await mkdtemp(join(tmpdir(), 'dk-bridge-'));
    const fixture = new BridgeFixture(startBroker, dataDir, broker, new ServerSide(broker));
    await Promise.all([fixture.files.open(), fixture.server.open()]);
    return fixture;
  }

  get brokerUrl(): string {
    return this.broker.url;
  }

  /** Runs the bridge with a virtual printer. */
  async run(faults: VirtualFaults = {}, speed = 100, reload?: BridgeOptions['reload']): Promise<void> {
    await this.runPrinters([{ slug: 'prusa', adapter: 'virtual', model: 'Virtual One', speed, faults }], reload);
  }

  /** Starts the bridge and waits until the server has heard of the new session. The server looks at `prusa`. */
  async runPrinters(printers: readonly PrinterOptions[], reload?: BridgeOptions['reload']): Promise<void> {
    this.bridge = await startBridge({
      ...place,
      mqtt: { url: this.broker.url, ...bridgeAccount },
      dataDir: this.dataDir,
      printers,
      reload,
      homeAssistant: () => this.homeAssistant,
      log: {
        info: (message) => this.log.push(message),
        warn: (message) => this.log.push(`warning: ${message}`),
        error: (message, cause) => this.log.push(`error: ${message} ${String(cause)}`),
      },
    });
    const session = Number(/session (\d+)/.exec(this.log.findLast((line) => line.includes('session')) ?? '')?.[1]);
    await eventually(`session ${session} is there`, () => this.server.status?.session === session);
  }

  async stop(): Promise<void> {
    await this.bridge?.stop();
    this.bridge = null;
  }

  async loseBroker(): Promise<void> {
    await this.broker.stop();
    await this.server.close();
  }

  /** A new broker at the old address, knowing nothing, and a server that has just started. */
  async bringBrokerBack(): Promise<void> {
    this.broker = await this.startBroker(this.broker.port);
    this.server = new ServerSide(this.broker);
    await this.server.open();
  }

  /** What the printer itself remembers of having been started. */
  async starts(): Promise<VirtualMachine['starts']> {
    const machine = JSON.parse(await readFile(join(this.dataDir, 'virtual', 'prusa.json'), 'utf8')) as VirtualMachine;
    return machine.starts;
  }

  /** @throws Error when the bridge logged an error that nobody expected, or said what is not of the contract */
  async close(): Promise<void> {
    await this.stop();
    await this.server.close();
    await this.files.close();
    await this.broker.stop();
    await rm(this.dataDir, { recursive: true, force: true });
    const errors = this.log.filter((line) => {
      return line.startsWith('error') && !this.expectedErrors.some((expected) => line.includes(expected));
    });
    const faults = [...errors, ...this.server.faults];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  }
}
