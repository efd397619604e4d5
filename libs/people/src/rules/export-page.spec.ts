import { writeExportPage } from './export-page.js';

const label = (text: string) => ({ fi: `${text} fi`, sv: `${text} sv`, en: text });
const madeAt = new Date('2026-01-12T10:00:00Z');
const pageOf = (row: Record<string, unknown>, locale: 'fi' | 'sv' | 'en' = 'en', files: string[] = []) =>
  writeExportPage({
    sections: [
      {
        title: label('Bookings'),
        labels: { name: label('Name'), times: label('Times'), startedAt: label('Began'), status: label('State') },
        words: { status: { done: label('ready') } },
        rows: [row],
      },
      { title: label('Nothing'), labels: {}, rows: [] },
    ],
    files,
    locale,
    madeAt,
  });

describe('the page of an export', () => {
  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'; </dd>", '&lt;'])(
    'shows %s as text',
    (name) => {
      const page = pageOf({ name });
      expect(page).not.toContain(`<dd>${name}`);
      expect(page).not.toContain('<script');
      expect(page).not.toContain('<img');
      expect(page).toContain(
        name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').split('"')[0]?.split('>')[0]?.split("'")[0],
      );
    },
  );

  it('escapes a file’s name in its link', () => {
    const page = pageOf({}, 'en', ['prints/1/a"><script>.gcode']);
    expect(page).not.toContain('<script');
    expect(page).toContain('href="prints/1/a%22%3E%3Cscript%3E.gcode"');
  });

  it.each(['fi', 'sv', 'en'] as const)('has its headings in the language %s', (locale) => {
    const page = pageOf({ name: 'Aino' }, locale);
    expect(page).toContain(`<html lang="${locale}">`);
    expect(page).toContain(`<h2>${label('Bookings')[locale]}</h2>`);
    expect(page).toContain(`<dt>${label('Name')[locale]}</dt>`);
  });

  it.each(['fi', 'sv', 'en'] as const)(
    'says codes in words of the language %s, and an unknown one as it is',
    (locale) => {
      const page = pageOf({ status: 'done' }, locale) + pageOf({ status: 'other' }, locale);
      expect(page).toContain(`<dd>${label('ready')[locale]}</dd>`);
      expect(page).toContain('<dd>other</dd>');
      expect(pageOf({ status: '__proto__' }, locale)).toContain('<dd>__proto__</dd>');
    },
  );

  it('shows a list inside of a row as one, with its own labels, words and times', () => {
    const page = pageOf({ times: [{ startedAt: '2026-01-12T10:00:00+00:00', status: 'done' }] });
    expect(page).toMatch(
      /<dd><dl><dt>Began<\/dt><dd>[^<]*January[^<]*12:00[^<]*<\/dd><dt>State<\/dt><dd>ready<\/dd><\/dl><\/dd>/,
    );
    expect(pageOf({ times: ['a<b', 'c'] })).toContain('<dd>a&lt;b, c</dd>');
    expect(pageOf({ times: [] })).toContain('<dd>–</dd>');
  });

  it('leaves out what there is nothing of', () => {
    expect(pageOf({ name: 'Aino' })).not.toContain('Nothing');
  });

  it('may fetch and run nothing', () => {
    expect(pageOf({ name: 'Aino' })).toContain("default-src 'none'");
  });
});
