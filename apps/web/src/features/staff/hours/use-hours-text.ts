import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { OpeningDay } from '#libs/contracts';
import { noonOf } from '../../../shared/i18n/day-key.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';

type Hours = OpeningDay['hours'];

/** A Monday, for the names of the days. */
const someMonday = Date.parse('2026-01-05T12:00:00Z');

/** Writes wall times and dates, which no zone can shift. */
export function useHoursText() {
  const t = useT();
  const { locale } = useIntl();
  const { time, timeRange, day } = useFormats('UTC');
  return useMemo(() => {
    const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    const monthDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', timeZone: 'UTC' });
    const date = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'numeric',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const instant = (wall: string) => new Date(Date.UTC(2026, 0, 5, ...wallParts(wall))).toISOString();
    const span = ({ opens, closes }: Hours[number]) =>
      closes > opens
        ? timeRange(instant(opens), instant(closes))
        : t('hours.overnight', { opens: time(instant(opens)), closes: time(instant(closes)) });
    return {
      /** "9.00–12.00, 13.00–20.00", "Kiinni" */
      hours: (hours: Hours) => (hours.length === 0 ? t('hours.closed') : hours.map(span).join(', ')),
      /** "maanantai", counted from 0 */
      weekday: (index: number) => weekday.format(someMonday + index * 86_400_000),
      /** "ma 23.11." */
      day: (date: string) => day(noonOf(date)),
      /** "sunnuntai 6.12.2026" */
      fullDay: (day: string) => {
        const noon = noonOf(day);
        // Together they would be "on Sunday" in Finnish.
        return `${weekday.format(noon)} ${date.format(noon)}`;
      },
      /** "6.12." of "12-06" */
      monthDay: (text: string) => monthDay.format(noonOf(`2024-${text}`)),
    };
  }, [locale, t, time, timeRange, day]);
}

function wallParts(wall: string): [number, number] {
  const [hours = 0, minutes = 0] = wall.split(':').map(Number);
  return [hours, minutes];
}
