import type { CommandAck, PrinterCommand, PrintReference } from '#libs/contracts';
import type { BridgeStore, StoreWrite } from '../store/bridge-store.js';

/** What is known of one command. `received` is the only phase that still changes. */
export interface JournalEntry {
  readonly id: string;
  readonly printer: string;
  readonly type: PrinterCommand['type'];
  readonly receivedAt: string;
  readonly phase: CommandAck['phase'];
  readonly code: CommandAck['code'];
  /** Of a `start`: whose print it is, and whether the printer may already have been told. */
  readonly start: { readonly reference: PrintReference; readonly handedOver: boolean } | null;
}

export type CommandResult = Pick<JournalEntry, 'phase' | 'code'>;

const keptMs = 30 * 24 * 3600 * 1000;
const keptEntries = 10_000;

/** Remembers every command before it is acted on, so that none is acted on twice. */
export class CommandJournal {
  constructor(private readonly store: BridgeStore) {}

  find(id: string): Promise<JournalEntry | undefined> {
    return this.store.get(entryKey(id));
  }

  /** The command that last tried this print: the same job and attempt, or the same start token. */
  async findStart(reference: PrintReference): Promise<JournalEntry | undefined> {
    for (const key of startKeys(reference)) {
      const id = await this.store.get<string>(key);
      if (id !== undefined) return this.find(id);
    }
    return undefined;
  }

  /** Whose print a file on a printer is; undefined when we did not send it. */
  async referenceOf(remoteName: string): Promise<PrintReference | undefined> {
    const id = await this.store.get<string>(`start!name!${remoteName}`);
    return id === undefined ? undefined : (await this.find(id))?.start?.reference;
  }

  /** Before anything is done. */
  async begin(entry: JournalEntry): Promise<void> {
    const starts = entry.start ? startKeys(entry.start.reference) : [];
    await this.store.write([put(entry), ...starts.map((key) => ({ type: 'put' as const, key, value: entry.id }))]);
  }

  /** A command that is answered without being acted on; it does not become its print's last try. */
  async record(entry: JournalEntry): Promise<void> {
    await this.store.write([put(entry)]);
  }

  /** Before the printer is told: from here on a crash leaves open whether it started. */
  async handOver(entry: JournalEntry): Promise<JournalEntry> {
    if (!entry.start) return entry;
    const handedOver = { ...entry, start: { ...entry.start, handedOver: true } };
    await this.store.write([put(handedOver)]);
    return handedOver;
  }

  /** @returns the writes that belong to this end; whoever has more to change at once puts them into one batch */
  finish(entry: JournalEntry, result: CommandResult): StoreWrite[] {
    return [put({ ...entry, ...result })];
  }

  /** What a crash has interrupted becomes `unknown`. @returns those commands */
  async recover(): Promise<JournalEntry[]> {
    const interrupted = (await this.all()).filter(({ phase }) => phase === 'received');
    const crashed = interrupted.map((entry) => ({ ...entry, phase: 'unknown' as const, code: 'crashed' as const }));
    await this.store.write(crashed.map(put));
    return crashed;
  }

  /** Forgets what is older than 30 days, and the oldest beyond 10,000. */
  async prune(nowMs: number): Promise<void> {
    const ended = (await this.all()).filter(({ phase }) => phase !== 'received');
    const newestFirst = ended.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt));
    const old = newestFirst.filter((entry, index) => {
      return index >= keptEntries || nowMs - Date.parse(entry.receivedAt) > keptMs;
    });
    const writes: StoreWrite[] = [];
    for (const entry of old) writes.push(...(await this.forget(entry)));
    await this.store.write(writes);
  }

  private async forget(entry: JournalEntry): Promise<StoreWrite[]> {
    const own: StoreWrite[] = [{ type: 'del', key: entryKey(entry.id) }];
    for (const key of entry.start ? startKeys(entry.start.reference) : []) {
      if ((await this.store.get(key)) === entry.id) own.push({ type: 'del', key });
    }
    return own;
  }

  private async all(): Promise<JournalEntry[]> {
    return (await this.store.entries<JournalEntry>('journal!')).map(([, entry]) => entry);
  }
}

/** The file's name on the printer. */
export function remoteNameOf({ jobId, attempt }: PrintReference): string {
  return `${jobId}-${attempt}.gcode`;
}

/** True for a file that we have put on a printer: nobody else calls one so. */
export function isRemoteName(name: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-\d+\.gcode$/.test(name);
}

function put(entry: JournalEntry): StoreWrite {
  return { type: 'put', key: entryKey(entry.id), value: entry };
}

function entryKey(id: string): string {
  return `journal!${id}`;
}

function startKeys(reference: PrintReference): string[] {
  return [`start!name!${remoteNameOf(reference)}`, `start!token!${reference.startToken}`];
}
