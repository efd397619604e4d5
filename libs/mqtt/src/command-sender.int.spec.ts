import type { CommandAck } from '#libs/contracts';
import { startAedes, type TestBroker } from '../../../test/support/brokers.js';
import { eventually } from '../../../test/support/eventually.js';
import { aCommand, anAck, printer } from '../../../test/support/mqtt-messages.js';
import { CommandSender } from './command-sender.js';
import { MqttConnection } from './mqtt-connection.js';

describe('the sender of commands', () => {
  let broker: TestBroker;
  let server: MqttConnection;
  let bridge: MqttConnection;
  let sender: CommandSender;
  let commandIds: string[];
  let answers: CommandAck['phase'][];

  const connectionTo = (url: string, clientId: string): MqttConnection =>
    new MqttConnection({
      url,
      clientId,
      clean: true,
      maxReconnectMs: 1000,
      onInvalid: ({ problem }) => expect(problem).toBe(''),
      onHandlerError: () => 'drop',
      onConnectionError: () => undefined,
    });

  beforeEach(async () => {
    [commandIds, answers] = [[], ['received', 'done']];
    broker = await startAedes();
    server = connectionTo(broker.url, 'server');
    bridge = connectionTo(broker.url, 'bridge');
    sender = new CommandSender(server);
    server.connect();
    bridge.connect();
    await sender.listen();
    await bridge.subscribe('printerCommand', printer, async ({ payload }) => {
      commandIds.push(payload.id);
      for (const phase of answers) await bridge.publish('commandAck', printer, anAck(payload.id, phase));
    });
  });

  afterEach(async () => {
    await Promise.all([server.close(), bridge.close()]);
    await broker.stop();
  });

  it.each([
    { phase: 'done' as const, code: null },
    { phase: 'failed' as const, code: null },
    { phase: 'unknown' as const, code: null },
    { phase: 'rejected' as const, code: 'not_idle' as const },
  ])('answers with the last word of the bridge: $phase', async ({ phase, code }) => {
    answers = ['received', phase];
    await expect(sender.send(printer, aCommand(), { timeoutMs: 5000 })).resolves.toEqual({ phase, code });
  });

  it('tells a command that the bridge is at work on from one that nobody has', async () => {
    answers = ['received'];
    const heard = await sender.send(printer, aCommand(), { timeoutMs: 300 });
    const unheard = await sender.send({ ...printer, printer: 'other' }, aCommand(), { timeoutMs: 300 });
    expect([heard, unheard]).toEqual([
      { phase: 'timeout', received: true },
      { phase: 'timeout', received: false },
    ]);
  });

  it('gets the answer when the same command is sent again', async () => {
    answers = [];
    const command = aCommand();
    await sender.send(printer, command, { timeoutMs: 200 });
    answers = ['done'];
    await expect(sender.send(printer, command, { timeoutMs: 5000 })).resolves.toEqual({ phase: 'done', code: null });
    expect(commandIds).toEqual([command.id, command.id]);
  });

  it('never sends later what it gave up while the broker was away', async () => {
    await broker.stop();
    await eventually('both notice', () => !server.connected && !bridge.connected);
    const given = await sender.send(printer, aCommand(), { timeoutMs: 100 });
    expect(given).toEqual({ phase: 'timeout', received: false });
    broker = await startAedes(broker.port);
    await Promise.all([server.whenConnected(), bridge.whenConnected()]);
    const next = aCommand();
    await eventually('the next command is answered', async () => {
      return (await sender.send(printer, next, { timeoutMs: 500 })).phase === 'done';
    });
    expect(new Set(commandIds)).toEqual(new Set([next.id]));
  });
});
