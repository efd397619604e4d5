import { Temporal } from 'temporal-polyfill';
import { expandRecurrence, shiftWallTime, wallShift, type Recurrence } from './recurrence.js';

const timeZone = 'Europe/Helsinki';
const aSeries = (changes: Partial<Recurrence> = {}): Recurrence => ({
  rrule: 'FREQ=WEEKLY;COUNT=4',
  startsAt: '2026-01-05T10:00',
  timeZone,
  durationMinutes: 90,
  ...changes,
});

function starts(changes: Partial<Recurrence>): string[] {
  const expansion = expandRecurrence(aSeries(changes));
  if ('fault' in expansion) throw new Error(expansion.fault.message);
  return expansion.dates.map(({ start }) => new Date(start).toISOString());
}

function faultOf(changes: Partial<Recurrence>): string | undefined {
  const expansion = expandRecurrence(aSeries(changes));
  return 'fault' in expansion ? `${expansion.fault.path}: ${expansion.fault.message}` : undefined;
}

const noDate = 'rrule: gives no date';
const noRule = 'rrule: is not an RFC 5545 rule with one of COUNT and UNTIL';
const tooMany = 'rrule: gives more than 200 dates, or more than 400 days';
const noTime = 'startsAt: is not a time of the hub’s clock';

describe('a series', () => {
  it('has every date of its rule, each as long as asked', () => {
    const expansion = expandRecurrence(aSeries({ rrule: 'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3' }));
    expect(expansion).toEqual({
      dates: ['2026-01-05', '2026-01-07', '2026-01-12'].map((day) => {
        const start = Date.parse(`${day}T08:00:00Z`);
        return { start, end: start + 90 * 60_000 };
      }),
    });
  });

  it.each([
    ['2026-03-23', ['2026-03-23T08:00:00.000Z', '2026-03-30T07:00:00.000Z']],
    ['2026-10-19', ['2026-10-19T07:00:00.000Z', '2026-10-26T08:00:00.000Z']],
    ['2027-03-22', ['2027-03-22T08:00:00.000Z', '2027-03-29T07:00:00.000Z']],
    ['2027-10-25', ['2027-10-25T07:00:00.000Z', '2027-11-01T08:00:00.000Z']],
  ])('stays at ten over the DST change after %s', (day, expected) => {
    expect(starts({ startsAt: `${day}T10:00`, rrule: 'FREQ=WEEKLY;COUNT=2' })).toEqual(expected);
  });

  it.each([
    ['2026-03-28', ['2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z', '2026-03-30T07:00:00.000Z']],
    ['2026-10-24', ['2026-10-24T07:00:00.000Z', '2026-10-25T08:00:00.000Z', '2026-10-26T08:00:00.000Z']],
    ['2027-03-27', ['2027-03-27T08:00:00.000Z', '2027-03-28T07:00:00.000Z', '2027-03-29T07:00:00.000Z']],
    ['2027-10-30', ['2027-10-30T07:00:00.000Z', '2027-10-31T08:00:00.000Z', '2027-11-01T08:00:00.000Z']],
  ])('stays at ten on the Sunday after %s itself', (day, expected) => {
    expect(starts({ startsAt: `${day}T10:00`, rrule: 'FREQ=DAILY;COUNT=3' })).toEqual(expected);
  });

  it('leaves out a night whose wall time is skipped, and takes the first of one that comes twice', () => {
    expect(starts({ startsAt: '2026-03-28T03:30', rrule: 'FREQ=DAILY;COUNT=2' })).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    expect(starts({ startsAt: '2026-10-25T03:30', rrule: 'FREQ=DAILY;COUNT=2' })).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it('holds the day that UNTIL names', () => {
    expect(starts({ rrule: 'FREQ=DAILY;UNTIL=20260107' })).toHaveLength(3);
  });

  it.each([
    ['20260107T095959', 2],
    ['20260107T100000', 3],
    ['20260107T235959', 3],
    ['20260107T075959Z', 2],
    ['20260107T080000Z', 3],
  ])('ends at UNTIL=%s, by the hub’s clock where it is no instant', (until, count) => {
    expect(starts({ rrule: `FREQ=DAILY;UNTIL=${until}` })).toHaveLength(count);
    expect(starts({ rrule: `UNTIL=${until};FREQ=DAILY` })).toHaveLength(count);
  });

  it('ends by the clock that holds on its last day', () => {
    const summer = { startsAt: '2026-03-28T10:00', rrule: 'FREQ=DAILY;UNTIL=20260330T100000' };
    expect(starts(summer)).toHaveLength(3);
    expect(starts({ ...summer, rrule: 'FREQ=DAILY;UNTIL=20260330T095959' })).toHaveLength(2);
  });

  it('may have 200 dates and last 400 days, and no more', () => {
    expect(starts({ rrule: 'FREQ=DAILY;COUNT=200' })).toHaveLength(200);
    expect(faultOf({ rrule: 'FREQ=DAILY;COUNT=201' })).toBe(tooMany);
    expect(starts({ rrule: 'FREQ=WEEKLY;COUNT=58' })).toHaveLength(58);
    expect(faultOf({ rrule: 'FREQ=WEEKLY;COUNT=59' })).toBe(tooMany);
    expect(faultOf({ rrule: 'FREQ=DAILY;UNTIL=99991231' })).toBe(tooMany);
    const leapDays = { startsAt: '2028-02-29T10:00', rrule: 'FREQ=DAILY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=29;COUNT=2' };
    expect(faultOf(leapDays)).toBe(tooMany);
  });

  it.each([
    ['FREQ=DAILY', noRule],
    ['COUNT=2', noRule],
    ['FREQ=DAILY;COUNT=2;UNTIL=20260110', noRule],
    ['FREQ=HOURLY;COUNT=2', noRule],
    ['FREQ=DAILY;BYHOUR=9,10;COUNT=2', noRule],
    ['FREQ=DAILY;COUNT=2;COUNT=3', noRule],
    ['FREQ=DAILY;COUNT=x', noRule],
    ['DTSTART:20260101T100000\nRRULE:FREQ=DAILY;COUNT=2', noRule],
    ['', noRule],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1', noDate],
    ['FREQ=DAILY;UNTIL=20261399', noDate],
    ['FREQ=DAILY;UNTIL=20261399T100000', noDate],
    ['FREQ=DAILY;UNTIL=20250101', noDate],
  ])('refuses %j', (rrule, expected) => {
    expect(faultOf({ rrule })).toBe(expected);
  });

  it.each(['2026-02-30T10:00', '2026-03-29T03:30', '2027-03-28T03:00', 'tomorrow'])(
    'does not begin at %s, which the clock never shows',
    (startsAt) => {
      expect(faultOf({ startsAt })).toBe(noTime);
    },
  );
});

describe('a moved series', () => {
  it('moves every date by the wall clock, whatever its offset', () => {
    const before = Date.parse('2026-03-27T08:00:00Z');
    const shift = wallShift(before, '2026-03-28T11:30', timeZone);
    expect(shift?.toString()).toBe('P1DT1H30M');
    const moved = shiftWallTime(before, timeZone, shift ?? new Temporal.Duration());
    expect(new Date(moved).toISOString()).toBe('2026-03-28T09:30:00.000Z');
    const after = shiftWallTime(Date.parse('2026-04-03T07:00:00Z'), timeZone, shift ?? new Temporal.Duration());
    expect(new Date(after).toISOString()).toBe('2026-04-04T08:30:00.000Z');
  });

  it('has no way to a wall time that the clock never shows', () => {
    expect(wallShift(Date.parse('2026-03-27T08:00:00Z'), '2026-03-29T03:15', timeZone)).toBeUndefined();
  });
});
