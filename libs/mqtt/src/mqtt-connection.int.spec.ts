import { connect, type MqttClient } from 'mqtt';
import { account, brokersWithAccounts, forbiddenHub, limited, type TestBroker } from '../../../test/support/brokers.js';
import { eventually } from '../../../test/support/eventually.js';
import { anEvent, printer } from '../../../test/support/mqtt-messages.js';
import type { HandlerFailure, InvalidMessage, MqttConnectionOptions } from './connection-options.js';
import { MqttConnection } from './mqtt-connection.js';

const everywhere = { hub: '+', bridge: '+', printer: '+' };
const eventTopic = 'dk/1/keskusta/silta/p/prusa/event';

describe.each(brokersWithAccounts)('a connection to $name', ({ name, start }) => {
  let broker: TestBroker;
  let opened: MqttConnection[];
  let raw: MqttClient | null;
  let invalid: InvalidMessage[];
  let failures: HandlerFailure[];
  let faults: Error[];

  beforeEach(async () => {
    broker = await start();
    [opened, raw, invalid, failures, faults] = [[], null, [], [], []];
  });

  afterEach(async () => {
    await Promise.all(opened.map((connection) => connection.close()));
    await raw?.endAsync(true);
    await broker.stop();
  });

  let clients = 0;
  const prepare = (options: Partial<MqttConnectionOptions> = {}): MqttConnection => {
    const connection = new MqttConnection({
      url: broker.url,
      username: account.username,
      password: account.password,
      clientId: `test-${++clients}`,
      clean: true,
      maxReconnectMs: 2000,
      onInvalid: (message) => invalid.push(message),
      onHandlerError: (failure) => {
        failures.push(failure);
        return 'retry';
      },
      onConnectionError: (error) => faults.push(error),
      ...options,
    });
    opened.push(connection);
    return connection;
  };
  const open = async (options: Partial<MqttConnectionOptions> = {}): Promise<MqttConnection> => {
    const connection = prepare(options);
    connection.connect();
    await connection.whenConnected();
    return connection;
  };
  const drop = (failure: HandlerFailure): 'drop' => {
    failures.push(failure);
    return 'drop';
  };
  const collectEvents = async (connection: MqttConnection): Promise<number[]> => {
    const seen: number[] = [];
    await connection.subscribe('printerEvent', everywhere, async ({ payload }) => void seen.push(payload.seq));
    return seen;
  };

  it('hands a published message, parsed and with its parameters, to whoever subscribed', async () => {
    const [sender, receiver] = [await open(), await open()];
    const seen: unknown[] = [];
    await receiver.subscribe('printerEvent', everywhere, async (message) => void seen.push(message));
    const event = anEvent(1);
    await sender.publish('printerEvent', printer, event);
    await eventually('the message arrives', () => seen.length === 1);
    expect(seen).toEqual([{ params: printer, payload: event, retained: false }]);
  });

  it('keeps the state of a bridge for late subscribers and an event for nobody', async () => {
    const sender = await open();
    await sender.publish('bridgeState', printer, { state: 'online', session: 7 });
    await sender.publish('printerEvent', printer, anEvent(1));
    const late = await open();
    const events = await collectEvents(late);
    const states: unknown[] = [];
    await late.subscribe('bridgeState', everywhere, async ({ payload, retained }) => {
      states.push({ ...payload, retained });
    });
    await sender.publish('printerEvent', printer, anEvent(2));
    await eventually('both arrive', () => states.length === 1 && events.length === 1);
    expect(states).toEqual([{ state: 'online', session: 7, retained: true }]);
    expect(events).toEqual([2]);
  });

  it('reports what does not parse, names the fault, and goes on with the next message', async () => {
    const receiver = await open();
    const seen = await collectEvents(receiver);
    raw = connect(broker.url, { protocolVersion: 4, username: account.username, password: account.password });
    await raw.publishAsync(eventTopic, 'not json', { qos: 1 });
    await raw.publishAsync(eventTopic, JSON.stringify({ ...anEvent(1), type: 'exploded' }), { qos: 1 });
    await raw.publishAsync(eventTopic, JSON.stringify(anEvent(2)), { qos: 1 });
    await eventually('the good one arrives', () => seen.length === 1);
    expect(seen).toEqual([2]);
    expect(invalid).toEqual([
      { topic: eventTopic, problem: 'not JSON' },
      { topic: eventTopic, problem: expect.stringMatching(/^type: /) },
    ]);
  });

  it('refuses to publish what is not of the contract', async () => {
    const sender = await open();
    await expect(sender.publish('printerEvent', printer, { ...anEvent(1), seq: -1 })).rejects.toThrow('seq');
  });

  it('runs handlers one after the other, in order, however long each takes', async () => {
    const [sender, receiver] = [await open(), await open()];
    const log: string[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await receiver.subscribe('printerEvent', everywhere, async ({ payload }) => {
      log.push(`begin ${payload.seq}`);
      if (payload.seq === 1) await held;
      log.push(`end ${payload.seq}`);
    });
    for (const seq of [1, 2, 3]) await sender.publish('printerEvent', printer, anEvent(seq));
    await eventually('the first begins', () => log.length > 0);
    expect(log).toEqual(['begin 1']);
    release();
    await eventually('all are through', () => log.length === 6);
    expect(log).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
  });

  it('gives a gathering handler together, and in order, what came while it was at work', async () => {
    const [sender, receiver] = [await open(), await open()];
    const batches: number[][] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await receiver.gather(['printerEvent', 'printerStatus'], everywhere, async (messages) => {
      batches.push(messages.map(({ payload }) => payload.seq));
      if (batches.length === 1) await held;
    });
    const others: number[] = [];
    await receiver.subscribe('bridgeState', everywhere, async ({ payload }) => void others.push(payload.session));
    await sender.publish('printerEvent', printer, anEvent(1));
    await eventually('the first is at work', () => batches.length === 1);
    for (const seq of [2, 3, 4]) await sender.publish('printerEvent', printer, anEvent(seq));
    await sender.publish('bridgeState', printer, { state: 'online', session: 9 });
    await sender.publish('printerEvent', printer, anEvent(5));
    release();
    await eventually('all are through', () => batches.flat().length === 5);
    expect(batches).toEqual([[1], [2, 3, 4], [5]]);
    expect(others).toEqual([9]);
  });

  it('gives a failing gathering handler each message alone, so that only the faulty one is held against it', async () => {
    const [sender, receiver] = [await open(), await open({ onHandlerError: drop })];
    const seen: number[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await receiver.gather(['printerEvent'], everywhere, async (messages) => {
      const numbers = messages.map(({ payload }) => payload.seq);
      if (numbers.includes(1)) await held;
      if (numbers.includes(3)) throw new Error('the third is broken');
      seen.push(...numbers);
    });
    for (const seq of [1, 2, 3, 4]) await sender.publish('printerEvent', printer, anEvent(seq));
    release();
    await eventually('all are through', () => seen.includes(4));
    expect(seen).toEqual([1, 2, 4]);
    expect(failures.map(({ error }) => (error as Error).message)).toEqual(['the third is broken']);
  });

  it('lets a handler publish on its own connection and wait for the broker', async () => {
    const receiver = await open();
    const states: string[] = [];
    await receiver.subscribe('bridgeState', everywhere, async ({ payload }) => void states.push(payload.state));
    await receiver.subscribe('printerEvent', everywhere, async () => {
      await receiver.publish('bridgeState', printer, { state: 'online', session: 1 });
    });
    await receiver.publish('printerEvent', printer, anEvent(1));
    await eventually('the answer is out', () => states.length > 0);
    expect(states).toEqual(['online']);
  });

  it('acknowledges only after the handler: what a crash interrupts is delivered again', async () => {
    const lasting = { clientId: `lasting-${name}`, clean: false, maxReconnectMs: 600_000 };
    const crashing = prepare(lasting);
    let begun = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    void crashing.subscribe('printerEvent', everywhere, async () => {
      begun++;
      await held;
    });
    crashing.connect();
    await crashing.whenConnected();
    const sender = await open();
    await eventually('the event reaches the handler', async () => {
      if (begun === 0) await sender.publish('printerEvent', printer, anEvent(5));
      return begun > 0;
    });

    // The broker throws the old connection out when its successor says the same name.
    const successor = prepare(lasting);
    const seen: number[] = [];
    void successor.subscribe('printerEvent', everywhere, async ({ payload }) => void seen.push(payload.seq));
    successor.connect();
    await eventually('it is delivered again', () => seen.length > 0);
    expect(seen[0]).toBe(5);
    release();
  });

  it('does not get again what its handler finished', async () => {
    const lasting = { clientId: `finished-${name}`, clean: false };
    const first = await open(lasting);
    const seenByFirst = await collectEvents(first);
    const sender = await open();
    await sender.publish('printerEvent', printer, anEvent(1));
    await eventually('the first has it', () => seenByFirst.length === 1);
    await first.close();
    await sender.publish('printerEvent', printer, anEvent(2));

    const second = prepare(lasting);
    const seenBySecond: number[] = [];
    void second.subscribe('printerEvent', everywhere, async ({ payload }) => void seenBySecond.push(payload.seq));
    second.connect();
    await eventually('the second has the next', () => seenBySecond.includes(2));
    expect(seenBySecond).toEqual([2]);
  });

  it('repeats a failing handler while told to, holding back what is behind it', async () => {
    const [sender, receiver] = [await open(), await open()];
    const done: number[] = [];
    await receiver.subscribe('printerEvent', everywhere, async ({ payload }) => {
      if (payload.seq === 1 && failures.length < 2) throw new Error('no database');
      done.push(payload.seq);
    });
    await sender.publish('printerEvent', printer, anEvent(1));
    await sender.publish('printerEvent', printer, anEvent(2));
    await eventually('both are done', () => done.length === 2);
    expect(done).toEqual([1, 2]);
    expect(failures.map(({ topic, attempt }) => ({ topic, attempt }))).toEqual([
      { topic: eventTopic, attempt: 1 },
      { topic: eventTopic, attempt: 2 },
    ]);
  });

  it('drops a failing message when told to', async () => {
    const receiver = await open({ onHandlerError: () => 'drop' });
    const done: number[] = [];
    await receiver.subscribe('printerEvent', everywhere, async ({ payload }) => {
      if (payload.seq === 1) throw new Error('never');
      done.push(payload.seq);
    });
    for (const seq of [1, 2]) await receiver.publish('printerEvent', printer, anEvent(seq));
    await eventually('the second is done', () => done.length === 1);
    expect(done).toEqual([2]);
  });

  it('comes back after the broker was away: subscriptions hold, and what was published meanwhile is sent', async () => {
    const [sender, receiver] = [await open(), await open()];
    const seen = await collectEvents(receiver);
    await broker.stop();
    await eventually('both notice', () => !sender.connected && !receiver.connected);
    const sent = receiver.publish('printerEvent', printer, anEvent(9));
    broker = await start(broker.port);
    await sent;
    await eventually('the subscription is renewed', async () => {
      await sender.publish('printerEvent', printer, anEvent(10));
      return seen.length > 0;
    });
    expect(sender.connected && receiver.connected).toBe(true);
  });

  it('closes while the broker is away, and what was on its way rejects', async () => {
    const sender = await open();
    await broker.stop();
    await eventually('it notices', () => !sender.connected);
    const sent = sender.publish('printerEvent', printer, anEvent(1));
    await Promise.all([expect(sent).rejects.toThrow('closed'), sender.close()]);
    await expect(sender.whenConnected()).rejects.toThrow('closed');
  });

  it('leaves its last will when it is lost, and none when it says goodbye', async () => {
    const watcher = await open();
    const states: unknown[] = [];
    await watcher.subscribe('bridgeState', everywhere, async ({ payload }) => void states.push(payload));
    const will = { topic: 'bridgeState' as const, params: printer, payload: { state: 'lost' as const, session: 3 } };
    const polite = await open({ will });
    await polite.close();
    await open({ will, clientId: `mortal-${name}`, maxReconnectMs: 600_000 });
    await open({ clientId: `mortal-${name}` });
    await eventually('the will is read', () => states.length > 0);
    expect(states).toEqual([{ state: 'lost', session: 3 }]);
  });

  if (name === 'aedes') {
    it('rejects a subscription that the broker refuses', async () => {
      const receiver = await open();
      const forbidden = receiver.subscribe('printerEvent', { ...printer, hub: forbiddenHub }, async () => undefined);
      await expect(forbidden).rejects.toThrow('refuses');
      expect(faults).toEqual([expect.objectContaining({ message: expect.stringContaining(forbiddenHub) })]);
    });
  }

  if (name === 'mosquitto') {
    it('tells of a wrong password and goes on trying', async () => {
      const stranger = prepare({ password: 'wrong', maxReconnectMs: 1000 });
      stranger.connect();
      await eventually('two refusals', () => faults.length >= 2);
      expect(faults[0]?.message).toMatch(/not authorized/i);
      expect(stranger.connected).toBe(false);
    });

    it('hears nothing outside the subtree that its account may read', async () => {
      const [server, bridge] = [await open(), await open({ username: limited.username, password: limited.password })];
      const seen: string[] = [];
      await bridge.subscribe('printerEvent', everywhere, async ({ params }) => void seen.push(params.hub));
      await server.publish('printerEvent', { ...printer, hub: 'toinen' }, anEvent(1));
      await server.publish('printerEvent', printer, anEvent(2));
      await eventually('its own arrives', () => seen.length > 0);
      expect(seen).toEqual(['keskusta']);
    });
  }
});
