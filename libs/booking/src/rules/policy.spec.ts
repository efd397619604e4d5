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

  it('combine limits that some do not set, and start where all of their grids meet', () => {
    const combined = strictestPolicy([
      { ...defaultPolicy, startIntervalMinutes: 20, minAge: null, quotaMinutesPerWeek: 600, inductionKind: null },
      { ...defaultPolicy, startIntervalMinutes: 15, minAge: 15, approvalOverMinutes: 240, inductionKind: 'laser' },
    ]);
    expect(combined).toEqual({
      ...defaultPolicy,
      startIntervalMinutes: 60,
      minAge: 15,
      quotaMinutesPerWeek: 600,
      approvalOverMinutes: 240,
      inductionKind: 'laser',
    });
  });

  it('keep the time before and after a booking occupied', () => {
    const policy = { ...defaultPolicy, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 };
    expect(withBuffers({ start: 0, end: 0 }, policy)).toEqual({ start: -300_000, end: 600_000 });
  });
});
