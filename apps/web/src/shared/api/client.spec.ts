import { rememberLocale } from '../i18n/locale.js';
import { api } from './client.js';

const asked: string[] = [];

beforeEach(() => {
  jest.useFakeTimers();
  asked.length = 0;
  rememberLocale('fi');
  jest.spyOn(globalThis, 'fetch').mockImplementation((address, init) => {
    const language = new Headers(init?.headers).get('accept-language') ?? '';
    asked.push(`${language} ${address instanceof Request ? address.url : address.toString()}`);
    return Promise.resolve(Response.json({ language }));
  });
});
afterEach(() => {
  jest.runOnlyPendingTimers();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('what is asked for ahead', () => {
  it('is asked for once, and belongs to the first who wants it', async () => {
    api.ahead('/hubs');
    expect(await api.get('/hubs')).toEqual({ language: 'fi' });
    expect(asked).toEqual(['fi /api/v1/hubs']);
    await api.get('/hubs');
    expect(asked).toHaveLength(2);
  });

  it('is not for whoever has changed the language since', async () => {
    api.ahead('/hubs');
    rememberLocale('sv');
    expect(await api.get('/hubs')).toEqual({ language: 'sv' });
    expect(asked).toEqual(['fi /api/v1/hubs', 'sv /api/v1/hubs']);
  });

  it('is no longer news after ten seconds', async () => {
    api.ahead('/hubs');
    jest.advanceTimersByTime(9_999);
    await api.get('/hubs');
    api.ahead('/hubs');
    jest.advanceTimersByTime(10_000);
    await api.get('/hubs');
    expect(asked).toHaveLength(3);
  });
});
