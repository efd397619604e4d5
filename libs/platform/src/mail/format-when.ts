import { languageTag, type Locale, type MailTime } from '#libs/contracts';

/** Writes a time for a letter: "ma 12.1.2026 klo 12.00–13.00", on the clock of the hub, whatever the reader lives by. */
export function formatWhen({ startsAt, endsAt, timeZone }: MailTime, locale: Locale): string {
  const format = formatOf(timeZone, locale);
  const start = new Date(startsAt);
  return endsAt === undefined ? format.format(start) : format.formatRange(start, new Date(endsAt));
}

/** Making one takes longer than using it; there are few zones and three languages. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string, locale: Locale): Intl.DateTimeFormat {
  const key = `${timeZone}/${locale}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = makeFormat(timeZone, locale);
  formats.set(key, format);
  return format;
}

function makeFormat(timeZone: string, locale: Locale): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(languageTag[locale], {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
}
