import {
  allowsSomeLength,
  changeOverrides,
  defaultPolicy,
  resolvePolicy,
  strictestPolicy,
  withBuffers,
} from './policy.js';

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

describe('changing what is set in one place', () => {
  const set = { horizonDays: 14, minAge: 15 };

  it('keeps what is not named, and clears what is null', () => {
    expect(changeOverrides(set, { minAge: null, holdMinutes: 5 })).toEqual({ horizonDays: 14, holdMinutes: 5 });
  });

  it('can say that there is no such rule here, although there is one farther away', () => {
    const overrides = changeOverrides(set, { minAge: 'none' });
    expect(overrides).toEqual({ horizonDays: 14, minAge: null });
    expect(resolvePolicy({ minAge: 18 }, overrides).minAge).toBeNull();
  });

  it('must leave some length that fits the grid', () => {
    const lengths = { startIntervalMinutes: 60, minDurationMinutes: 45 };
    expect(allowsSomeLength({ ...defaultPolicy, ...lengths, maxDurationMinutes: 60 })).toBe(true);
    expect(allowsSomeLength({ ...defaultPolicy, ...lengths, maxDurationMinutes: 59 })).toBe(false);
  });
});
