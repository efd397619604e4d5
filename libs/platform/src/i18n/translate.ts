import { IntlMessageFormat } from 'intl-messageformat';
import { defaultLocale, languageTag, locales, type Locale } from '#libs/contracts';

/**
 * `{until, date, wall}` shows what a hub's own clock says: the parameter is that clock's reading taken as if it were UTC,
 * in epoch milliseconds, because a sentence does not know whose zone it is about.
 */
const formats = {
  date: {
    wall: { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' },
  },
} as const;

const compiled = new Map<string, IntlMessageFormat>();

/**
 * Fills an ICU message.
 * @param message pattern in the language of `locale`
 * @param params values it names
 */
export function formatMessage(message: string, locale: Locale, params: Record<string, string | number> = {}): string {
  const key = `${locale}\0${message}`;
  let format = compiled.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(message, languageTag[locale], formats, { ignoreTag: true });
    compiled.set(key, format);
  }
  return String(format.format(params));
}

/**
 * The best of our languages for an `Accept-Language` header, by its weights.
 * @returns Finnish when nothing fits
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
 */
export function negotiateLocale(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '').split(',').map(parseWish);
  wishes.sort((a, b) => b.weight - a.weight);
  for (const { language, weight } of wishes) {
    const match = locales.find((locale) => locale === language);
    if (match !== undefined && weight > 0) return match;
  }
  return defaultLocale;
}

function parseWish(part: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
  return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
}
