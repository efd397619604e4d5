import { isUnderAge } from './under-age.js';

const born = (birthDate: string | null, ageGroup: string | null = null) =>
  isUnderAge({ birthDate, ageGroup }, '2026-03-15');

describe('being under age', () => {
  it('ends on the eighteenth birthday', () => {
    expect(born('2008-03-16')).toBe(true);
    expect(born('2008-03-15')).toBe(false);
  });

  it('is what staff have written down rather than what the person told', () => {
    expect(born('1990-01-01', '13_17')).toBe(false);
    expect(born('2015-01-01', '30_64')).toBe(true);
  });

  it('is believed while nobody has written down a date of birth', () => {
    expect([born(null, 'under_13'), born(null, '13_17'), born(null, '18_29'), born(null)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
