import { durationChoices } from './durations.js';

const policy = {
  startIntervalMinutes: 30,
  minDurationMinutes: 30,
  maxDurationMinutes: 150,
};

describe('durationChoices', () => {
  it('offers the policy’s shortest and longest and usual multiples of its grid between', () => {
    expect(durationChoices(policy)).toEqual([30, 60, 90, 120, 150]);
  });

  it('offers one length when only one is allowed', () => {
    expect(durationChoices({ ...policy, maxDurationMinutes: 30 })).toEqual([30]);
  });
});
