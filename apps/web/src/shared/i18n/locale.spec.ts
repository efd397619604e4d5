import { initialLocale } from './locale.js';

describe('initialLocale', () => {
  it('keeps the language that was chosen here before', () => {
    expect(initialLocale('sv', ['en-US', 'fi'])).toBe('sv');
  });

  it('starts in Finnish when the browser knows Finnish at all', () => {
    expect(initialLocale(null, ['en-US', 'en', 'fi-FI'])).toBe('fi');
  });

  it('starts in the first language we speak when Finnish is not known', () => {
    expect(initialLocale(null, ['de-DE', 'sv-FI', 'en'])).toBe('sv');
  });

  it('starts in Finnish when no language is common', () => {
    expect(initialLocale('xx', ['de', 'uk'])).toBe('fi');
  });
});
