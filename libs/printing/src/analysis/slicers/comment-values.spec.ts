import { findMaterial, readAmount, readAmounts, readPositive, readWords } from './comment-values.js';

describe('values in comments', () => {
  it('takes the number in front of a unit', () => {
    expect(readAmount('4375.5 mm (4.38 m)')).toBe(4375.5);
  });

  it.each(['', 'about 3', '-33', 'nan'])('takes no amount from "%s"', (text) => {
    expect(readAmount(text)).toBeNull();
  });

  it('treats zero as not set where only a positive number makes sense', () => {
    expect(readPositive('0')).toBeNull();
  });

  it('keeps the place of an extruder whose number is missing', () => {
    expect(readAmounts('0.00, x;229.97')).toEqual([0, null, 229.97]);
  });

  it('reads quoted words by extruder', () => {
    expect(readWords('"PLA";PETG')).toEqual(['PLA', 'PETG']);
  });

  it('finds a material in a profile name but not inside another word', () => {
    expect(findMaterial('Generic PETG @0.4 nozzle')).toBe('PETG');
    expect(findMaterial('plastic')).toBeNull();
  });
});
