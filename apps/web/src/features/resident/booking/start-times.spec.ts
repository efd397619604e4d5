import { startTimes } from './start-times.js';

const base = {
  freeSlots: [{ startsAt: '2026-11-23T08:00:00Z', endsAt: '2026-11-23T09:00:00Z' }],
  durationMinutes: 30,
  policy: { startIntervalMinutes: 15, minNoticeMinutes: 0 },
  now: Date.parse('2026-11-22T12:00:00Z'),
  timeZone: 'Europe/Helsinki',
};

describe('startTimes', () => {
  it('offers every grid start from which the whole duration fits', () => {
    expect(startTimes(base)).toEqual(
      new Map([['2026-11-23', ['2026-11-23T08:00:00.000Z', '2026-11-23T08:15:00.000Z', '2026-11-23T08:30:00.000Z']]]),
    );
  });

  it('offers nothing from a stretch shorter than the duration', () => {
    expect(startTimes({ ...base, durationMinutes: 90 }).size).toBe(0);
  });

  it('offers nothing that has begun, nor anything inside the notice', () => {
    const now = Date.parse('2026-11-23T08:01:00Z');
    expect(startTimes({ ...base, now }).get('2026-11-23')).toHaveLength(2);
    const policy = { ...base.policy, minNoticeMinutes: 20 };
    expect(startTimes({ ...base, now, policy }).get('2026-11-23')).toEqual(['2026-11-23T08:30:00.000Z']);
  });

  it('puts a start on the day the hub’s wall clock shows', () => {
    const freeSlots = [{ startsAt: '2026-11-22T21:45:00Z', endsAt: '2026-11-22T22:45:00Z' }];
    expect([...startTimes({ ...base, freeSlots }).keys()]).toEqual(['2026-11-22', '2026-11-23']);
  });
});
