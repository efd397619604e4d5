import { byPartOfDay } from './part-of-day.js';

describe('byPartOfDay', () => {
  it('splits at noon and at five on the hub’s wall clock', () => {
    const instants = ['2026-11-23T09:45:00Z', '2026-11-23T10:00:00Z', '2026-11-23T14:45:00Z', '2026-11-23T15:00:00Z'];
    expect(byPartOfDay(instants, 'Europe/Helsinki')).toEqual([
      { part: 'morning', instants: instants.slice(0, 1) },
      { part: 'afternoon', instants: instants.slice(1, 3) },
      { part: 'evening', instants: instants.slice(3) },
    ]);
  });
});
