import { defaultPolicy } from './policy.js';
import { nextStep, type BookingCourse } from './next-step.js';

const at = (time: string) => new Date(`2026-01-12T${time}:00Z`);
const course = (changes: Partial<BookingCourse>): BookingCourse => ({
  status: 'confirmed',
  startsAt: at('10:00'),
  endsAt: at('11:00'),
  expiresAt: null,
  remindedAt: at('05:00'),
  seriesId: null,
  ...changes,
});
const step = (changes: Partial<BookingCourse>, now = '06:00', policy = defaultPolicy) => {
  const next = nextStep(course(changes), policy, at(now));
  return next && { kind: next.kind, at: new Date(next.at).toISOString().slice(11, 16) };
};

it('lets a hold expire when its minutes are over', () => {
  expect(step({ status: 'held', expiresAt: at('06:10') })).toEqual({ kind: 'expire', at: '06:10' });
});

it('lets a request that nobody approved expire at its start', () => {
  expect(step({ status: 'pending' })).toEqual({ kind: 'expire', at: '10:00' });
});

it('completes what is in use at its end', () => {
  expect(step({ status: 'in_use' })).toEqual({ kind: 'complete', at: '11:00' });
});

it.each(['completed', 'cancelled', 'declined', 'no_show', 'expired'] as const)('leaves %s as it is', (status) => {
  expect(step({ status })).toBeUndefined();
});

it('completes a date of a series at its end, whether or not somebody checked in', () => {
  expect(step({ seriesId: 'series' })).toEqual({ kind: 'complete', at: '11:00' });
});

describe('a confirmed booking', () => {
  it('reminds two hours before, when it was made less than a day ahead', () => {
    expect(step({})).toEqual({ kind: 'remind', at: '08:00' });
  });

  it('reminds of each time that lies ahead, the earliest first', () => {
    const policy = { ...defaultPolicy, reminderMinutes: [240, 120, 30] };
    expect(step({}, '06:00', policy)).toEqual({ kind: 'remind', at: '06:00' });
    expect(step({ remindedAt: at('06:00') }, '06:00', policy)).toEqual({ kind: 'remind', at: '08:00' });
  });

  it('sends one reminder for all that were missed', () => {
    const policy = { ...defaultPolicy, reminderMinutes: [240, 120] };
    expect(step({}, '09:00', policy)).toEqual({ kind: 'remind', at: '06:00' });
    expect(step({ remindedAt: at('09:00') }, '09:00', policy)).toEqual({ kind: 'release', at: '10:15' });
  });

  it('does not remind of what has begun', () => {
    expect(step({}, '10:00')).toEqual({ kind: 'release', at: '10:15' });
  });

  it('is not reminded of when it was made after the reminder was due', () => {
    expect(step({ remindedAt: at('09:00') }, '09:00')).toEqual({ kind: 'release', at: '10:15' });
  });

  it('is released at its end when the grace would last longer', () => {
    expect(step({ endsAt: at('10:10') }, '10:00')).toEqual({ kind: 'release', at: '10:10' });
  });
});
