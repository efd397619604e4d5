import { localDays } from './zone-day.js';

const iso = ({ start, end }: { start: number; end: number }) => [start, end].map((t) => new Date(t).toISOString());

describe('days of a zone', () => {
  it('begin at local midnight', () => {
    const days = localDays(Date.parse('2026-01-12T23:30Z'), 'Europe/Helsinki', 2);
    expect(iso(days)).toEqual(['2026-01-12T22:00:00.000Z', '2026-01-14T22:00:00.000Z']);
  });

  it('are shorter and longer when the clocks change', () => {
    const spring = localDays(Date.parse('2026-03-29T10:00Z'), 'Europe/Helsinki', 1);
    const autumn = localDays(Date.parse('2026-10-25T10:00Z'), 'Europe/Helsinki', 1);
    expect([spring, autumn].map(({ start, end }) => (end - start) / 3_600_000)).toEqual([23, 25]);
  });
});
