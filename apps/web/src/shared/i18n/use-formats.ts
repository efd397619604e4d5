import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { dayKey } from './day-key.js';
import { useT } from './use-t.js';

/** Writes instants as the clock on the hub's wall shows them, whatever zone the device is in. */
export function useFormats(timeZone: string) {
  const { locale } = useIntl();
  const t = useT();
  return useMemo(() => {
    const by = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
      return (instant: string | Date) => format.format(new Date(instant));
    };
    const time = by({ hour: 'numeric', minute: '2-digit' });
    const day = by({ weekday: 'short', day: 'numeric', month: 'numeric' });
    const dayTime = (instant: string) => t('time.dayAt', { day: day(instant), time: time(instant) });
    return {
      /** "9.00" */
      time,
      /** "ma 23.11." */
      day,
      /** "maanantai 23. marraskuuta" */
      longDay: by({ weekday: 'long', day: 'numeric', month: 'long' }),
      /** "14.00–15.00" */
      timeRange: (startsAt: string, endsAt: string) => `${time(startsAt)}–${time(endsAt)}`,
      /** "ma 23.11. klo 14.00" */
      dayTime,
      /** "klo 14.00" today, else with the day */
      soon: (instant: string) =>
        dayKey(instant, timeZone) === dayKey(Date.now(), timeZone)
          ? t('time.at', { time: time(instant) })
          : dayTime(instant),
      /** "ma 23.11. klo 14.00–15.00" */
      dayTimeRange: (startsAt: string, endsAt: string) =>
        t('time.dayAt', { day: day(startsAt), time: `${time(startsAt)}–${time(endsAt)}` }),
    };
  }, [locale, timeZone, t]);
}
