import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrinterEvent } from '#libs/contracts';
import { eventually } from '../../../test/support/eventually.js';
import { BridgeStore } from '../store/bridge-store.js';
import { EventOutbox, type EventFact } from './event-outbox.js';

const aFact = (type: EventFact['type'] = 'print_started'): EventFact => {
  return { type, job: null, occurredAt: new Date().toISOString(), reason: null };
};

describe('the outbox of events', () => {
  let folder: string;
  let store: BridgeStore;
  let outbox: EventOutbox;
  let sent: PrinterEvent[];

  const reopen = async (): Promise<void> => {
    await outbox.stop();
    await store.close();
    store = await BridgeStore.open(folder);
    outbox = await EventOutbox.open(store);
  };
  const pending = async (): Promise<PrinterEvent[]> => (await outbox.pending()).map(({ event }) => event);
  const deliver = (): void => {
    outbox.deliver(
      async (_, event) => void sent.push(event),
      () => undefined,
    );
  };

  beforeEach(async () => {
    sent = [];
    folder = await mkdtemp(join(tmpdir(), 'dk-outbox-'));
    store = await BridgeStore.open(folder);
    outbox = await EventOutbox.open(store);
  });
  afterEach(async () => {
    await outbox.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('numbers the events of each printer without gaps', async () => {
    await outbox.append('a', [aFact(), aFact('print_paused')]);
    await outbox.append('b', [aFact()]);
    await outbox.append('a', [aFact('print_resumed')]);
    expect((await outbox.pending()).map(({ printer, event }) => [printer, event.seq])).toEqual([
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['a', 3],
    ]);
  });

  it('leaves no gap after facts that could not be kept', async () => {
    const unreadable = { ...aFact(), occurredAt: 'yesterday' };
    await expect(outbox.append('a', [unreadable])).rejects.toThrow('occurredAt');
    await outbox.append('a', [aFact()]);
    expect((await pending()).map(({ seq }) => seq)).toEqual([1]);
  });

  it('keeps an event as it was made over a restart, and numbers the new session anew', async () => {
    await outbox.append('a', [aFact(), aFact('print_paused')]);
    const before = await pending();
    await reopen();
    await outbox.append('a', [aFact('print_resumed')]);
    const after = await pending();
    expect(after.slice(0, 2)).toEqual(before);
    expect(after[2]).toMatchObject({ seq: 1, type: 'print_resumed' });
    expect(after[2]!.session).toBeGreaterThan(before[0]!.session);
  });

  it('writes facts and what belongs to them together', async () => {
    await outbox.append('a', [aFact()], [{ type: 'put', key: 'printer!a', value: { plate: 'clear' } }]);
    expect(await store.get('printer!a')).toEqual({ plate: 'clear' });
  });

  it('sends in order, what there was and what comes, and forgets what was sent', async () => {
    await outbox.append('a', [aFact(), aFact('print_paused')]);
    deliver();
    await eventually('the first two are sent', () => sent.length === 2);
    await outbox.append('a', [aFact('print_resumed')]);
    await eventually('nothing is left', async () => (await outbox.pending()).length === 0);
    expect(sent.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('sends an event again until the broker has it, nothing behind it before', async () => {
    await outbox.append('a', [aFact(), aFact('print_paused')]);
    const tried: number[] = [];
    const failures: unknown[] = [];
    outbox.deliver(
      async (_, { seq }) => {
        tried.push(seq);
        if (tried.length < 3) throw new Error('no broker');
      },
      (error) => failures.push(error),
    );
    await eventually('nothing is left', async () => (await outbox.pending()).length === 0);
    expect(tried).toEqual([1, 1, 1, 2]);
    expect(failures).toHaveLength(2);
  });

  it('keeps what was on its way when it was stopped', async () => {
    await outbox.append('a', [aFact()]);
    let begun = false;
    outbox.deliver(
      (_, __, stopped) =>
        new Promise((_resolve, reject) => {
          begun = true;
          stopped.addEventListener('abort', () => reject(new Error('stopped')));
        }),
      () => undefined,
    );
    await eventually('it is on its way', () => begun);
    await reopen();
    deliver();
    await eventually('it is sent', () => sent.length === 1);
    expect(sent[0]?.seq).toBe(1);
  });
});
