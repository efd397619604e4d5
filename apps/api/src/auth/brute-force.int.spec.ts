import { problemSchema } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await RunningApi.start();
});
afterAll(() => api.remove());

const tryCode = async (email: string, code: string) => {
  const response = await api.send('POST', '/api/v1/auth/sessions', { email, code });
  if (response.status === 201) return 'signed in';
  return problemSchema.parse(await response.json()).code;
};
const countOf = (outcomes: readonly string[], wanted: string) =>
  outcomes.filter((outcome) => outcome === wanted).length;

describe('guessing a code', () => {
  it('ends after five tries, also over twenty connections at once, and then not even the right one opens', async () => {
    const email = 'guessed@digikeskus.example';
    const code = await api.codeFor(email);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => tryCode(email, wrong)));
    expect([countOf(outcomes, 'auth.code_invalid'), countOf(outcomes, 'auth.too_many_attempts')]).toEqual([5, 15]);
    expect(await tryCode(email, code)).toBe('auth.too_many_attempts');
  });

  it('looks the same for an address without an account and without a code', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => tryCode('nobody@digikeskus.example', '123456')),
    );
    expect([countOf(outcomes, 'auth.code_invalid'), countOf(outcomes, 'auth.too_many_attempts')]).toEqual([5, 15]);
  });

  it('is told how long to wait', async () => {
    const email = 'waiting@digikeskus.example';
    for (let tries = 0; tries < 5; tries += 1) await tryCode(email, '123456');
    const response = await api.send('POST', '/api/v1/auth/sessions', { email, code: '123456' });
    const seconds = Number(response.headers.get('retry-after'));
    expect([response.status, seconds > 14 * 60 && seconds <= 15 * 60]).toEqual([429, true]);
  });
});
