import { isOnce, positionInMonth, readRule, ruleOf, weekdayOf, type Repetition } from './recurrence-rule.js';

const first = '2026-11-24';
const rule = (changes: Partial<Repetition>) =>
  ruleOf({ rhythm: 'weekly', every: 1, weekdays: ['TU'], ends: { count: 10 }, ...changes }, first);

describe('a rule of the form', () => {
  it('names the days of the week in their order, how often, and when it ends', () => {
    expect(rule({})).toBe('FREQ=WEEKLY;BYDAY=TU;COUNT=10');
    expect(rule({ weekdays: ['TH', 'TU'], every: 2 })).toBe('FREQ=WEEKLY;BYDAY=TU,TH;INTERVAL=2;COUNT=10');
    expect(rule({ rhythm: 'daily', ends: { until: '2026-12-04' } })).toBe('FREQ=DAILY;UNTIL=20261204');
  });

  it('takes the day of the month, or the weekday’s place in it, from the first day', () => {
    expect(rule({ rhythm: 'monthly_day' })).toBe('FREQ=MONTHLY;BYMONTHDAY=24;COUNT=10');
    expect(rule({ rhythm: 'monthly_weekday' })).toBe('FREQ=MONTHLY;BYDAY=4TU;COUNT=10');
    expect([positionInMonth('2026-11-01'), positionInMonth('2026-11-30')]).toEqual([1, -1]);
    expect(weekdayOf('2026-11-22')).toBe('SU');
  });

  it('is read back as it was made', () => {
    for (const rhythm of ['daily', 'weekly', 'monthly_day', 'monthly_weekday'] as const)
      expect(readRule(rule({ rhythm, every: 3 }))).toMatchObject({ rhythm, every: 3 });
    expect(readRule(rule({ rhythm: 'monthly_weekday' }))).toMatchObject({ weekdays: ['TU'], position: 4 });
  });

  it('of one date is one date, whatever else was chosen before', () => {
    expect(rule({ rhythm: 'once', every: 3, ends: { until: '2026-12-04' } })).toBe('FREQ=DAILY;COUNT=1');
    for (const rhythm of ['once', 'weekly', 'monthly_day'] as const)
      expect(readRule(rule({ rhythm, ends: { count: 1 } }))).toMatchObject({ rhythm: 'once' });
    expect([isOnce('FREQ=DAILY;COUNT=1'), isOnce('FREQ=DAILY;COUNT=10')]).toEqual([true, false]);
  });

  it.each(['FREQ=YEARLY;COUNT=2', 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=2', 'FREQ=WEEKLY;BYDAY=1MO;COUNT=2'])(
    '%s is none of the form’s',
    (other) => expect(readRule(other)).toBeUndefined(),
  );
});
