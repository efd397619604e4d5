import { admitRequest, maxRequests, requestWindowMinutes } from './sign-in-code.js';

const now = new Date('2026-11-21T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('asking for a sign-in code', () => {
  it('is admitted until the window is full', () => {
    const earlier = Array.from({ length: maxRequests - 1 }, () => minutesAgo(1));
    expect(admitRequest(earlier, now)).toHaveLength(maxRequests);
    expect(admitRequest([...earlier, minutesAgo(1)], now)).toBeUndefined();
  });

  it('forgets requests older than the window', () => {
    const old = Array.from({ length: maxRequests }, () => minutesAgo(requestWindowMinutes));
    expect(admitRequest(old, now)).toEqual([now]);
  });
});
