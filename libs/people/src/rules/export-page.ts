import { languageTag, type Locale } from '#libs/contracts';

type PlainWords = Readonly<Record<Locale, string>>;

interface Section {
  readonly title: PlainWords;
  readonly labels: Readonly<Record<string, PlainWords>>;
  /** Codes of a field in plain words. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, PlainWords>>>>;
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
  const filled = sections.filter(({ rows }) => rows.length > 0);
  const body = filled.map((section) => {
    const lists = section.rows.map((row) => listOf(row, { section, locale, moment }));
    return `<h2>${escape(section.title[locale])}</h2>\n${lists.join('\n')}`;
  });
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
<main>
<h1>${escape(words.title)}</h1>
<p>${escape(words.lead)} ${escape(moment.format(madeAt))}.</p>
${body.join('\n')}
${fileList}
</main>
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
border:1px solid #ccd5dd;border-radius:.5rem}dd dl{margin:0 0 .5rem;padding:.5rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}`;

interface Reader {
  readonly section: Section;
  readonly locale: Locale;
  readonly moment: Intl.DateTimeFormat;
}

function listOf(row: Section['rows'][number], reader: Reader): string {
  const { section, locale } = reader;
  const lines = Object.entries(row).map(
    ([field, value]) =>
      `<dt>${escape(section.labels[field]?.[locale] ?? field)}</dt><dd>${showValue(field, value, reader)}</dd>`,
  );
  return `<dl>${lines.join('')}</dl>`;
}

function showValue(field: string, value: unknown, reader: Reader): string {
  const { section, locale, moment } = reader;
  const words = pageWords[locale];
  if (value === null || value === undefined || value === '') return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (value instanceof Date) return escape(moment.format(value));
  if (typeof value === 'string') return escape(section.words?.[field]?.[value]?.[locale] ?? inWords(value, moment));
  if (!Array.isArray(value)) return escape(JSON.stringify(value, null, 2));
  if (value.length === 0) return words.none;
  const isLabelled = value.every((item) => isRecord(item) && Object.keys(item).every((key) => key in section.labels));
  if (isLabelled) return value.map((item) => listOf(item as Section['rows'][number], reader)).join('');
  return value.map((item) => showValue(field, item, reader)).join(', ');
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Instants inside of what the database gives as JSON are texts. */
function inWords(text: string, moment: Intl.DateTimeFormat): string {
  return instant.test(text) ? moment.format(new Date(text)) : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
