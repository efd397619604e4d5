import type { OpeningDay } from '#libs/contracts';
import { changedDays } from './changed-days.js';

const day = (date: string, closes: string | null, source: OpeningDay['source'] = 'week'): OpeningDay => ({
  date,
  hours: closes === null ? [] : [{ opens: '09:00', closes }],
  source,
  name: null,
});

describe('the days that a change of the hours touches', () => {
  it('are those with other hours, not those with another reason', () => {
    const before = [day('2026-11-23', '17:00'), day('2026-11-24', '17:00'), day('2026-11-25', null)];
    const after = [day('2026-11-23', '18:00'), day('2026-11-24', '17:00', 'season'), day('2026-11-25', '12:00')];
    expect(changedDays(before, after)).toEqual([
      { date: '2026-11-23', before: before[0]?.hours, after: after[0]?.hours },
      { date: '2026-11-25', before: [], after: after[2]?.hours },
    ]);
  });

  it('are none where only one of the two says anything', () => {
    expect(changedDays([day('2026-11-23', '17:00')], [day('2026-11-24', null)])).toEqual([]);
  });
});
