import fc from 'fast-check';
import { firstNameIn } from './first-name.js';

describe('a first name', () => {
  it.each([
    ['Aino Asukas', 'Aino'],
    ['  Anna-Liisa  K.', 'Anna-Liisa'],
    ['aino.virtanen', 'aino'],
    ['D’Arcy', 'D’Arcy'],
    ['Дмитрий', 'Дмитрий'],
  ])('in %s is %s', (displayName, name) => {
    expect(firstNameIn(displayName)).toBe(name);
  });

  it.each(['–', '12345', '', 'x'.repeat(31)])('is not in %s', (displayName) => {
    expect(firstNameIn(displayName)).toBeNull();
  });

  it('is never an address or a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(firstNameIn(text) ?? '').not.toMatch(/[\s\d/:.@<>{}]/);
      }),
    );
  });
});
