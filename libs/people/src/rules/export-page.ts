import { languageTag, type Locale } from '#libs/contracts';

type PlainWords = Readonly<Record<Locale, string>>;

interface Section {
  readonly title: PlainWords;
  readonly labels: Readonly<Record<string, PlainWords>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

interface ExportPage {
  readonly sections: readonly Section[];
  /** Paths in the archive. */
  readonly files: readonly string[];
  readonly locale: Locale;
  readonly madeAt: Date;
}

/**
 * A page that needs nothing but itself: everything known about a person, in plain words.
 * @returns HTML; whatever people wrote is text in it and nothing else
 */
export function writeExportPage({ sections, files, locale, madeAt }: ExportPage): string {
  const words = pageWords[locale];
  const moment = new Intl.DateTimeFormat(languageTag[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  });
  const show = (value: unknown): string => showValue(value, { words, moment });
  const filled = sections.filter(({ rows }) => rows.length > 0);
  const list = (row: Section['rows'][number], labels: Section['labels']): string =>
    `<dl>${Object.entries(row)
      .map(([field, value]) => `<dt>${escape(labels[field]?.[locale] ?? field)}</dt><dd>${show(value)}</dd>`)
      .join('')}</dl>`;
  const body = filled.map(
    ({ title, labels, rows }) =>
      `<h2>${escape(title[locale])}</h2>\n${rows.map((row) => list(row, labels)).join('\n')}`,
  );
  const links = files.map((path) => `<li><a href="${encodeURI(path)}">${escape(path)}</a></li>`);
  const fileList = links.length === 0 ? '' : `<h2>${escape(words.files)}</h2>\n<ul>${links.join('')}</ul>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(words.title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escape(words.title)}</h1>
<p>${escape(words.lead)} ${escape(moment.format(madeAt))}.</p>
${body.join('\n')}
${fileList}
</body>
</html>
`;
}

const pageWords: Record<Locale, { title: string; lead: string; files: string; yes: string; no: string; none: string }> =
  {
    fi: {
      title: 'Tietosi Digikeskuksessa',
      lead: 'Tässä on kaikki, mitä palvelu tietää sinusta. Samat tiedot ovat koneluettavina tiedostossa data.json. Tehty',
      files: 'Tiedostosi',
      yes: 'kyllä',
      no: 'ei',
      none: '–',
    },
    sv: {
      title: 'Dina uppgifter på Digihubben',
      lead: 'Här är allt som tjänsten vet om dig. Samma uppgifter finns i maskinläsbar form i filen data.json. Skapad',
      files: 'Dina filer',
      yes: 'ja',
      no: 'nej',
      none: '–',
    },
    en: {
      title: 'Your data at Digikeskus',
      lead: 'This is everything the service knows about you. The same is in data.json for programs to read. Made',
      files: 'Your files',
      yes: 'yes',
      no: 'no',
      none: '–',
    },
  };

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b2733}
h2{margin-top:2.5rem}dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;padding:1rem;
border:1px solid #ccd5dd;border-radius:.5rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}`;

function showValue(value: unknown, to: { words: (typeof pageWords)[Locale]; moment: Intl.DateTimeFormat }): string {
  const { words, moment } = to;
  if (value === null || value === undefined || value === '') return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (value instanceof Date) return escape(moment.format(value));
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return escape(value.join(', ') || words.none);
  return escape(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
