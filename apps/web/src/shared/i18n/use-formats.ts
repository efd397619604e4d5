import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { InstantRange } from '#libs/contracts';
import { dayKey } from './day-key.js';
import { useT } from './use-t.js';

/** Writes instants as the clock on the hub's wall shows them, whatever zone the device is in. */
export function useFormats(timeZone: string) {
  const { locale, formatters } = useIntl();
  const t = useT();
  return useMemo(() => {
    // Made when it is needed first, and then kept for all who write alike: making one takes as long as using hundreds.
    const by = (options: Intl.DateTimeFormatOptions) => (instant: string | Date) =>
      formatters.getDateTimeFormat(locale, { timeZone, ...options }).format(new Date(instant));
    const time = by({ hour: 'numeric', minute: '2-digit' });
    const lateTime = by({ hour: 'numeric', minute: '2-digit', hourCycle: 'h24' });
    /** What ends at midnight ends at 24 o'clock of its own day. */
    const endTime = (instant: string) => {
      const late = lateTime(instant);
      return /^24\D00$/.test(late) ? late : time(instant);
    };
    const day = by({ weekday: 'short', day: 'numeric', month: 'numeric' });
    const dayTime = (instant: string) => t('time.dayAt', { day: day(instant), time: time(instant) });
    const isToday = (instant: string | Date) => dayKey(instant, timeZone) === dayKey(Date.now(), timeZone);
    // The word joiner behind the dash: a range is one word, not broken at the end of a line.
    const timeRange = (startsAt: string, endsAt: string) => `${time(startsAt)}–\u2060${endTime(endsAt)}`;
    const dayTimeRange = (startsAt: string, endsAt: string) =>
      t('time.dayAt', { day: day(startsAt), time: timeRange(startsAt, endsAt) });
    return {
      /** "9.00" */
      time,
      /** "9.00.05" */
      exactTime: by({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
      /** "ma 23.11." */
      day,
      /** "maanantai 23. marraskuuta" */
      longDay: by({ weekday: 'long', day: 'numeric', month: 'long' }),
      /** "14.00–15.00" */
      timeRange,
      /** "ma 23.11. klo 14.00" */
      dayTime,
      /** "klo 14.00" today, else with the day */
      soon: (instant: string) => (isToday(instant) ? t('time.at', { time: time(instant) }) : dayTime(instant)),
      /** An end as `soon` writes it: "klo 24.00" and not tomorrow's "0.00" for what ends at midnight tonight. */
      until: (end: string) => {
        const lastMoment = new Date(Date.parse(end) - 1);
        const clock = endTime(end);
        return isToday(lastMoment)
          ? t('time.at', { time: clock })
          : t('time.dayAt', { day: day(lastMoment), time: clock });
      },
      /** "ma 23.11. klo 14.00–15.00" */
      dayTimeRange,
      /** "ma 23.11. klo 15.10–15.40"; one instant when both are the same minute, two days when it may be either */
      between: ({ earliest, latest }: InstantRange) => {
        if (dayTime(earliest) === dayTime(latest)) return dayTime(earliest);
        if (dayKey(earliest, timeZone) === dayKey(latest, timeZone)) return dayTimeRange(earliest, latest);
        return t('estimate.range', { from: dayTime(earliest), to: dayTime(latest) });
      },
    };
  }, [locale, formatters, timeZone, t]);
}
