import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { liveTopics, problemSchema, type LiveEvent } from '#libs/contracts';
import { LiveBus } from '#libs/platform';
import { eventually } from '../../../../test/support/eventually.js';
import { RunningApi } from '../../../../test/support/running-api.js';

/** A stream as a browser has it, with everything that came over it. */
class Stream {
  text = '';
  ended = false;

  private constructor(
    readonly response: IncomingMessage,
    private readonly sent: ClientRequest,
  ) {
    response.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    response.on('close', () => (this.ended = true));
    response.on('error', () => (this.ended = true));
  }

  static open(api: RunningApi, topics: string, headers: Record<string, string> = {}): Promise<Stream> {
    return new Promise((resolve, reject) => {
      const sent = request(`${api.url}/api/v1/live?topics=${topics}`, { headers });
      sent.once('response', (response) => resolve(new Stream(response, sent)));
      sent.once('error', reject);
      sent.end();
    });
  }

  get events(): LiveEvent[] {
    return [...this.text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as LiveEvent);
  }

  close(): void {
    this.sent.destroy();
  }
}

describe('live updates', () => {
  let api: RunningApi;
  const streams: Stream[] = [];

  beforeAll(async () => {
    api = await RunningApi.start();
  });
  afterEach(() => streams.splice(0).forEach((stream) => stream.close()));
  afterAll(() => api.remove());

  const open = async (topics: string, headers?: Record<string, string>) => {
    const stream = await Stream.open(api, topics, headers);
    streams.push(stream);
    await eventually('the stream has begun', () => stream.text.includes(': open'));
    return stream;
  };

  it('bring what was asked for, and nothing else', async () => {
    const stream = await open('board,queue');
    api.get(LiveBus).publish([
      { topic: 'bookings', hub: 'viitasaari' },
      { topic: 'queue', hub: 'viitasaari' },
      { topic: 'board', hub: 'viitasaari' },
    ]);
    await eventually('both events', () => stream.events.length === 2);
    expect(stream.events).toEqual([
      { topic: 'queue', hub: 'viitasaari' },
      { topic: 'board', hub: 'viitasaari' },
    ]);
  });

  it('are a stream of events that nobody keeps or gathers', async () => {
    const { response } = await open('board');
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
  });

  it('begin with an id, so that a client cut off before the first event asks with one', async () => {
    const stream = await open('board');
    expect(stream.text).toMatch(/^id: \d+$/m);
    expect(stream.events).toEqual([]);
  });

  it('say that everything changed to a client that comes back', async () => {
    const stream = await open(liveTopics.join(','), { 'last-event-id': '1' });
    await eventually('an event of every topic', () => stream.events.length === liveTopics.length);
    expect(stream.events).toEqual(liveTopics.map((topic) => ({ topic, hub: '*' })));
  });

  it('say every fifteen seconds that the line is still there', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask', 'Date'] });
    try {
      const stream = await open('board');
      jest.advanceTimersByTime(45_000);
      await eventually('three comments', () => stream.text.split(': still here\n\n').length === 4);
      expect(stream.events).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('cut off a reader that has stopped reading, instead of keeping everything for it', async () => {
    const stream = await open('board');
    stream.response.pause();
    const hub = 'h'.repeat(4000);
    await eventually('the stream has been cut', async () => {
      api.get(LiveBus).publish(Array.from({ length: 100 }, (_, n) => ({ topic: 'board' as const, hub: `${hub}${n}` })));
      return stream.response.socket.destroyed || (await openStreams()) === 0;
    });
    expect(await openStreams()).toBe(0);
  });

  it.each(['', 'gossip', 'board,gossip'])('are refused for the topics "%s"', async (topics) => {
    const response = await api.fetch(`/api/v1/live?topics=${topics}`);
    expect(problemSchema.parse(await response.json())).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  const openStreams = async (): Promise<number> => {
    const metrics = await (await api.fetch('/metrics')).text();
    return Number(/^digikeskus_live_streams (\d+)$/m.exec(metrics)?.[1]);
  };
});

describe('a server that stops', () => {
  it('ends its streams at once', async () => {
    const api = await RunningApi.start();
    const streams = await Promise.all([Stream.open(api, 'board'), Stream.open(api, 'queue')]);
    const startedAt = performance.now();
    await api.stop();
    expect(performance.now() - startedAt).toBeLessThan(2000);
    await eventually('the streams have ended', () => streams.every((stream) => stream.ended));
    expect(streams.map((stream) => stream.response.complete)).toEqual([true, true]);
    await api.remove();
  });
});
