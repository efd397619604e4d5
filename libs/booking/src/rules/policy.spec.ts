import { defaultPolicy, resolvePolicy, strictestPolicy, withBuffers } from './policy.js';

describe('policies', () => {
  it('let the nearest setting win, field by field', () => {
    const policy = resolvePolicy(
      { horizonDays: 14, maxDurationMinutes: 120 },
      undefined,
      { maxDurationMinutes: 60 },
      { bufferAfterMinutes: 10 },
    );
    expect(policy).toEqual({ ...defaultPolicy, horizonDays: 14, maxDurationMinutes: 60, bufferAfterMinutes: 10 });
  });

  it('are the defaults where nothing is set', () => {
    expect(resolvePolicy({}, undefined)).toEqual(defaultPolicy);
  });

  it('combine to the strictest of each when several things are booked at once', () => {
    const combined = strictestPolicy([
      { ...defaultPolicy, minDurationMinutes: 60, horizonDays: 7 },
      { ...defaultPolicy, maxDurationMinutes: 90, bufferAfterMinutes: 10 },
    ]);
    expect(combined).toEqual({
      ...defaultPolicy,
      minDurationMinutes: 60,
      horizonDays: 7,
      maxDurationMinutes: 90,
      bufferAfterMinutes: 10,
    });
  });

  it('keep the time before and after a booking occupied', () => {
    const policy = { ...defaultPolicy, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 };
    expect(withBuffers({ start: 0, end: 0 }, policy)).toEqual({ start: -300_000, end: 600_000 });
  });
});
