import type { BridgeInfo, PrinterCommand } from '#libs/contracts';
import type { PrinterAdapter } from '../adapters/printer-adapter.js';
import type { PrinterOptions } from '../bridge-options.js';
import type { JournalEntry } from '../journal/command-journal.js';
import type { BridgeLog } from '../log.js';
import type { Uplink } from '../uplink.js';
import { PrinterAgent } from './printer-agent.js';
import type { PrinterParts } from './printer-tracker.js';
import { StatusFeed } from './status-feed.js';

/** What all printers of a bridge have in common. */
export interface FleetParts extends Omit<PrinterParts, 'slug' | 'adapter' | 'feed'> {
  readonly log: BridgeLog;
  readonly adapterFor: (printer: PrinterOptions) => PrinterAdapter;
  readonly uplinkFor: (slug: string) => Uplink;
}

interface Member {
  readonly options: PrinterOptions;
  readonly adapter: PrinterAdapter;
  readonly agent: PrinterAgent;
}

/** The printers of a bridge; they may come, change and go while it runs. */
export class PrinterFleet {
  private readonly members = new Map<string, Member>();

  constructor(private readonly parts: FleetParts) {}

  /** As the birth message tells them. */
  get described(): BridgeInfo['printers'] {
    return [...this.members.values()].map(({ options: { slug, adapter: kind, model }, adapter }) => {
      const { pause, cancel, temperatures, camera } = adapter.capabilities;
      return { slug, adapter: kind, model, capabilities: { pause, cancel, temperatures, camera } };
    });
  }

  /** How a printer is reached; undefined when there is no such printer. */
  optionsOf(slug: string): PrinterOptions | undefined {
    return this.members.get(slug)?.options;
  }

  /** Through whom a printer is spoken to; undefined when there is no such printer. */
  adapterOf(slug: string): PrinterAdapter | undefined {
    return this.members.get(slug)?.adapter;
  }

  /** Files that are being printed. */
  get neededFiles(): string[] {
    return [...this.members.values()].flatMap(({ agent }) => agent.neededFile ?? []);
  }

  /** @param interrupted commands that the last session did not finish */
  async open(printers: readonly PrinterOptions[], interrupted: readonly JournalEntry[]): Promise<void> {
    for (const printer of printers) {
      await this.add(
        printer,
        interrupted.filter((entry) => entry.printer === printer.slug),
      );
    }
  }

  /**
   * Makes the printers be these. One that stays as it is notices nothing; one that is at a command stays as it is until
   * the next time.
   * @returns the names of those that could not be changed now
   */
  async change(printers: readonly PrinterOptions[]): Promise<string[]> {
    const wanted = new Map(printers.map((printer) => [printer.slug, printer]));
    const busy: string[] = [];
    for (const [slug, { options, agent }] of this.members) {
      if (JSON.stringify(options) === JSON.stringify(wanted.get(slug))) continue;
      if (agent.isBusy) busy.push(slug);
      else await this.remove(slug);
    }
    for (const printer of printers) if (!this.members.has(printer.slug)) await this.add(printer, []);
    return busy;
  }

  /** @returns false when there is no such printer */
  async receive(slug: string, command: PrinterCommand): Promise<boolean> {
    const member = this.members.get(slug);
    await member?.agent.receive(command);
    return member !== undefined;
  }

  async announce(): Promise<void> {
    for (const { agent } of this.members.values()) await agent.announce();
  }

  answer(entry: JournalEntry): void {
    this.members.get(entry.printer)?.agent.answer(entry.id, entry);
  }

  async close(): Promise<void> {
    await Promise.all([...this.members.values()].map(({ agent }) => agent.close()));
  }

  private async add(options: PrinterOptions, interrupted: readonly JournalEntry[]): Promise<void> {
    const { adapterFor, uplinkFor, ...shared } = this.parts;
    const { slug } = options;
    const adapter = adapterFor(options);
    const uplink = uplinkFor(slug);
    const feed = new StatusFeed(uplink, (error) => shared.log.warn(`${slug}: not told: ${(error as Error).message}`));
    const agent = new PrinterAgent({ ...shared, slug, adapter, feed }, uplink);
    this.members.set(slug, { options, adapter, agent });
    await agent.open(interrupted);
  }

  private async remove(slug: string): Promise<void> {
    const member = this.members.get(slug);
    this.members.delete(slug);
    await member?.agent.close();
  }
}
