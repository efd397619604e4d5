import { durationChoices } from './durations.js';

const policy = {
  startIntervalMinutes: 30,
  minDurationMinutes: 30,
  maxDurationMinutes: 150,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  horizonDays: 28,
  minNoticeMinutes: 0,
  maxActivePerPerson: 2,
};

describe('durationChoices', () => {
  it('offers the policy’s shortest and longest and usual multiples of its grid between', () => {
    expect(durationChoices(policy)).toEqual([30, 60, 90, 120, 150]);
  });

  it('offers one length when only one is allowed', () => {
    expect(durationChoices({ ...policy, maxDurationMinutes: 30 })).toEqual([30]);
  });
});
