import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { fiKiosk } from './messages/kiosk-fi.js';
import { useFormats } from './use-formats.js';

/** What a Finnish page writes with them, in Viitasaari's zone. */
function written(write: (formats: ReturnType<typeof useFormats>) => string): string {
  const Text = () => write(useFormats('Europe/Helsinki'));
  return renderToStaticMarkup(createElement(IntlProvider, { locale: 'fi', messages: fiKiosk }, createElement(Text)));
}

describe('the end of a time', () => {
  beforeAll(() => jest.useFakeTimers({ now: new Date('2026-11-22T20:50:00Z') }));
  afterAll(() => jest.useRealTimers());

  it.each([
    ['today', '2026-11-22T21:15:00Z', 'klo 23.15'],
    ['midnight tonight', '2026-11-22T22:00:00Z', 'klo 24.00'],
    ['after midnight', '2026-11-22T22:45:00Z', 'ma 23.11. klo 0.45'],
    ['midnight of another day', '2026-11-23T22:00:00Z', 'ma 23.11. klo 24.00'],
  ])('is written as a clock shows it: %s', (_, end, text) => {
    expect(written((formats) => formats.until(end))).toBe(text);
  });

  it('is not how a beginning is written', () => {
    expect(written((formats) => formats.soon('2026-11-22T22:00:00Z'))).toBe('ma 23.11. klo 0.00');
  });
});
