import type { Opening } from '#libs/contracts';
import { openingDays } from './opening-days.js';

const office = [{ opens: '09:00', closes: '17:00' }];
const short = [{ opens: '10:00', closes: '14:00' }];
const weekOf = (hours: typeof office) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });
const set: Omit<Opening, 'days' | 'version'> = {
  timeZone: 'Europe/Helsinki',
  week: weekOf(office),
  seasons: [{ name: 'Joulu', from: '12-21', to: '01-02', week: weekOf(short) }],
  exceptions: [
    { date: '2026-12-19', hours: short, reason: 'Joulumarkkinat' },
    { date: '2026-12-25', hours: office, reason: null },
  ],
  holidays: [
    { date: '2026-12-25', name: 'joulupäivä' },
    { date: '2027-01-01', name: 'uudenvuodenpäivä' },
  ],
};

/** Late in the evening of UTC, when it is tomorrow in Finland already. */
const evening = new Date('2026-12-17T22:30:00Z');
const dayOf = (date: string) => openingDays(set, evening).find((day) => day.date === date);

describe('the days to come', () => {
  it('begin with today in the hub’s calendar, and are six weeks', () => {
    const days = openingDays(set, evening);
    expect(days).toHaveLength(42);
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(['2026-12-18', '2027-01-28']);
  });

  it.each([
    ['2026-12-18', { hours: office, source: 'week', name: null }],
    ['2026-12-19', { hours: short, source: 'exception', name: 'Joulumarkkinat' }],
    ['2026-12-20', { hours: [], source: 'week', name: null }],
    ['2026-12-21', { hours: short, source: 'season', name: 'Joulu' }],
    ['2026-12-25', { hours: office, source: 'exception', name: null }],
    ['2026-12-26', { hours: [], source: 'season', name: 'Joulu' }],
    ['2027-01-01', { hours: [], source: 'holiday', name: 'uudenvuodenpäivä' }],
    ['2027-01-04', { hours: office, source: 'week', name: null }],
  ])('say of %s which hours it has and why', (date, expected) => {
    expect(dayOf(date)).toEqual({ date, ...expected });
  });
});
