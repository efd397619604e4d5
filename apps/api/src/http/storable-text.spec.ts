import { assertStorable } from './storable-text.js';

describe('a text from outside', () => {
  it.each([
    ['plain', { purpose: 'Ääniä & 🎧', count: 1, none: null }],
    ['nothing', undefined],
    ['a list', ['a', ['b']]],
    ['a nest', [[[[[[[[['deep']]]]]]]]]],
  ])('is accepted when it can be stored: %s', (_name, value) => {
    expect(() => assertStorable(value)).not.toThrow();
  });

  it.each([
    [{ purpose: 'a\0b' }, 'purpose'],
    [{ resources: ['a', 'b\ud800'] }, 'resources.1'],
    [{ nested: { deep: '\udc00' } }, 'nested.deep'],
    [{ 'k\0': 1 }, 'k\0'],
    [{ a: [[[[[[[[[['deep']]]]]]]]]] }, 'a.0.0.0.0.0.0.0.0.0'],
  ])('is refused when PostgreSQL could not hold it: %j', (value, path) => {
    expect(() => assertStorable(value)).toThrow(
      expect.objectContaining({ code: 'request.invalid', errors: [expect.objectContaining({ path })] }),
    );
  });
});
