import { formatMessage, negotiateLocale } from './translate.js';

describe('negotiateLocale', () => {
  it.each([
    [undefined, 'fi'],
    ['', 'fi'],
    ['sv-FI,sv;q=0.9,en;q=0.8', 'sv'],
    ['de-DE, en;q=0.5, sv;q=0.7', 'sv'],
    ['sv;q=0, en;q=0.1', 'en'],
    ['de', 'fi'],
  ])('answers %p with %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

describe('formatMessage', () => {
  it('writes numbers in the manner of the language', () => {
    expect(formatMessage('{grams, number} g', 'fi', { grams: 12.5 })).toBe('12,5 g');
  });
});
