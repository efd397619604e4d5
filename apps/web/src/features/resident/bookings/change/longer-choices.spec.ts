import { longerChoices } from './longer-choices.js';

const anHour = { startsAt: '2026-11-23T10:00:00Z', endsAt: '2026-11-23T11:00:00Z' };

describe('longerChoices', () => {
  it('offers what keeps to the grid and to the longest booking', () => {
    expect(longerChoices(anHour, { startIntervalMinutes: 15, maxDurationMinutes: 120 })).toEqual([15, 30, 60]);
    expect(longerChoices(anHour, { startIntervalMinutes: 30, maxDurationMinutes: 480 })).toEqual([30, 60, 120]);
  });

  it('offers nothing to a booking that is as long as it may be', () => {
    expect(longerChoices(anHour, { startIntervalMinutes: 15, maxDurationMinutes: 60 })).toEqual([]);
  });
});
