import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BridgeStore } from '../store/bridge-store.js';
import { CommandJournal, remoteNameOf, type JournalEntry } from './command-journal.js';

const nowMs = Date.parse('2026-03-02T10:00:00Z');
const day = 24 * 3600 * 1000;

const anEntry = (changes: Partial<JournalEntry> = {}): JournalEntry => ({
  id: randomUUID(),
  printer: 'prusa-1',
  type: 'pause',
  receivedAt: new Date(nowMs).toISOString(),
  phase: 'received',
  code: null,
  start: null,
  ...changes,
});
const aStart = (changes: Partial<JournalEntry> = {}): JournalEntry => {
  const reference = { jobId: randomUUID(), attempt: 1, startToken: randomUUID() };
  return anEntry({ type: 'start', start: { reference, handedOver: false }, ...changes });
};

describe('the journal of commands', () => {
  let folder: string;
  let store: BridgeStore;
  let journal: CommandJournal;

  const reopen = async (): Promise<void> => {
    await store.close();
    store = await BridgeStore.open(folder);
    journal = new CommandJournal(store);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dk-journal-'));
    store = await BridgeStore.open(folder);
    journal = new CommandJournal(store);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('remembers a command and its end over a restart', async () => {
    const entry = anEntry();
    await journal.begin(entry);
    await store.write(journal.finish(entry, { phase: 'failed', code: 'printer_error' }));
    await reopen();
    expect(await journal.find(entry.id)).toEqual({ ...entry, phase: 'failed', code: 'printer_error' });
  });

  it('calls what a crash has interrupted unknown, once', async () => {
    const [done, interrupted] = [anEntry(), aStart()];
    await journal.begin(done);
    await store.write(journal.finish(done, { phase: 'done', code: null }));
    await journal.begin(interrupted);
    await reopen();
    expect(await journal.recover()).toEqual([{ ...interrupted, phase: 'unknown', code: 'crashed' }]);
    expect((await journal.find(interrupted.id))?.phase).toBe('unknown');
    expect(await journal.recover()).toEqual([]);
  });

  it('knows whether a start had reached the printer', async () => {
    const entry = aStart();
    await journal.begin(entry);
    await journal.handOver(entry);
    await reopen();
    expect((await journal.recover()).map(({ start }) => start?.handedOver)).toEqual([true]);
  });

  it('finds a start by its token, by job and attempt, and by the file on the printer', async () => {
    const entry = aStart();
    await journal.begin(entry);
    const reference = entry.start!.reference;
    const byName = await journal.findStart({ ...reference, startToken: 'other' });
    const byToken = await journal.findStart({ ...reference, jobId: randomUUID() });
    expect([byName?.id, byToken?.id]).toEqual([entry.id, entry.id]);
    expect(await journal.referenceOf(remoteNameOf(reference))).toEqual(reference);
    expect(await journal.findStart({ ...reference, attempt: 2, startToken: 'other' })).toBeUndefined();
  });

  it('forgets after 30 days, with the names, but never what is not finished', async () => {
    const old = new Date(nowMs - 31 * day).toISOString();
    const ended = aStart({ receivedAt: old });
    const running = aStart({ receivedAt: old });
    const recent = anEntry({ phase: 'done', receivedAt: new Date(nowMs - 29 * day).toISOString() });
    for (const entry of [ended, running, recent]) await journal.begin(entry);
    await store.write(journal.finish(ended, { phase: 'done', code: null }));
    await journal.prune(nowMs);
    const left = await Promise.all(
      [ended, running, recent].map(async ({ id }) => (await journal.find(id)) !== undefined),
    );
    expect(left).toEqual([false, true, true]);
    expect(await journal.findStart(ended.start!.reference)).toBeUndefined();
    expect((await journal.findStart(running.start!.reference))?.id).toBe(running.id);
  });

  it('keeps the ten thousand newest', async () => {
    const entries = Array.from({ length: 10_003 }, (_, index) => {
      return anEntry({ phase: 'done', receivedAt: new Date(nowMs + index).toISOString() });
    });
    await store.write(entries.map((entry) => ({ type: 'put', key: `journal!${entry.id}`, value: entry })));
    await journal.prune(nowMs);
    const found = await Promise.all(entries.slice(0, 4).map(({ id }) => journal.find(id)));
    expect(found.map((entry) => entry !== undefined)).toEqual([false, false, false, true]);
  });

  it('counts sessions', async () => {
    const first = store.session;
    await reopen();
    expect(store.session).toBeGreaterThan(first);
  });

  it('does not share its folder with another bridge', async () => {
    await expect(BridgeStore.open(folder)).rejects.toThrow('cannot be opened');
  });
});
