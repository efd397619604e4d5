import { filamentNeeds } from './filament-needs.js';

const filament = (grams: number | null) => ({ material: null, millimetres: null, grams });

describe('what a print takes', () => {
  it.each([
    ['is what each filament weighs', { filaments: [filament(3), filament(0.5)], totalGrams: 3.5 }, [3, 0.5]],
    ['is nothing where the file does not say', { filaments: [filament(null), filament(2)], totalGrams: 2 }, [0, 2]],
    ['is the whole weight when only that is stated', { filaments: [filament(null)], totalGrams: 7 }, [7]],
    ['is not known when nothing is stated', { filaments: [], totalGrams: null }, []],
    ['is not known before the file was read', null, []],
  ])('%s', (_rule, analysis, needs) => {
    expect(filamentNeeds(analysis)).toEqual(needs);
  });
});
