import { isPublicHoliday, publicHolidays } from './public-holidays.js';

describe('public holidays', () => {
  it.each(['2026-01-06', '2026-04-03', '2026-06-20', '2026-12-06', '2027-03-29', '2027-05-06'])(
    '%s is one in Finland',
    (date) => {
      expect(isPublicHoliday('FI', date)).toBe(true);
    },
  );

  it.each(['2026-06-19', '2026-05-10', '2026-06-22', '2026-01-12'])('%s is none', (date) => {
    expect(isPublicHoliday('FI', date)).toBe(false);
  });

  it('are named in the reader’s language', () => {
    const names = (['fi', 'sv', 'en'] as const).map((locale) => publicHolidays('FI', 2026, locale)[1]?.name);
    expect(names).toEqual(['loppiainen', 'trettondedag jul', 'Epiphany']);
  });

  it('are unknown where the country is', () => {
    expect(publicHolidays('XX', 2026, 'fi')).toEqual([]);
  });
});
