import { connect } from 'node:net';
import { problemSchema, type ProblemDocument } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;

beforeAll(async () => {
  api = await RunningApi.start({ limits: { head: 300, body: 300, request: 3600_000, idle: 3600_000, check: 50 } });
});
afterAll(() => api.remove());

/** Sends bytes and nothing more. @returns what came back until the server hung up */
function say(text: string): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}

function problemIn(answer: string): ProblemDocument {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head.toLowerCase()).toContain('content-type: application/problem+json');
  return problemSchema.parse(JSON.parse(body));
}

const post = 'POST /api/v1/auth/codes HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n';

describe('a client that holds a connection', () => {
  it('without finishing the head of its request is told so and cut off', async () => {
    expect(problemIn(await say('GET /api/v1/hubs HTTP/1.1\r\nHost: hub\r\nX-Slow: '))).toMatchObject({
      status: 408,
      code: 'request.timeout',
    });
  });

  it('without finishing the body is cut off', async () => {
    expect(await say(`${post}Content-Length: 1000\r\n\r\n{"email": "`)).not.toContain('202');
  });

  it('by live updates keeps it', async () => {
    const response = await api.fetch('/api/v1/live?topics=board');
    const reader = response.body!.getReader();
    await reader.read();
    let hasEnded = false;
    const end = () => (hasEnded = true);
    void reader.read().then(({ done }) => done && end(), end);
    // Takes longer than any limit that could be meant.
    await say('GET / HTTP/1.1\r\nX-Slow: ');
    expect(hasEnded).toBe(false);
    await reader.cancel();
  });
});

describe('what is no request', () => {
  it.each([
    [
      'a head that is too long',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: hub\r\n\r\n`,
      431,
      'request.head_too_large',
    ],
    ['a header without an end', `GET / HTTP/1.1\r\nX: ${'y'.repeat(20_000)}`, 431, 'request.head_too_large'],
    ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400, 'request.invalid'],
    ['two lengths', `${post}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}{}{}`, 400, 'request.invalid'],
    [
      'a length and chunks',
      `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'request.invalid',
    ],
  ])('is refused like everything else: %s', async (_name, text, status, code) => {
    expect(problemIn(await say(text))).toMatchObject({ status, code, requestId: expect.any(String) });
  });
});
