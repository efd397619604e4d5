import type { Reason, TimeRange } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Pill } from '../../../shared/ui/pill.js';

interface ListedDate {
  /** As it would be; null when it would be cancelled. */
  to: TimeRange | null;
  /** As it is, when there is such a date already. */
  from?: TimeRange;
  reasons: readonly Reason[];
}

interface Props {
  dates: readonly ListedDate[];
  timeZone: string;
}

/** Each date, whether it will do, and if not, why. */
export function DateList({ dates, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const when = ({ startsAt, endsAt }: TimeRange) => formats.dayTimeRange(startsAt, endsAt);
  return (
    <ol className="series-dates">
      {dates.map(({ from, to, reasons }) => (
        <li key={from?.startsAt ?? to?.startsAt} className="series-date">
          <span className="numeric">
            {from && to ? t('series.fromTo', { from: when(from), to: when(to) }) : when(to ?? from ?? noTime)}
          </span>
          {to === null ? (
            <Pill tone="neutral">{t('series.willBeCancelled')}</Pill>
          ) : reasons.length === 0 ? (
            <Pill tone="good">{t('series.fits')}</Pill>
          ) : (
            <Pill tone="warning">{t('series.doesNotFit')}</Pill>
          )}
          {reasons.length > 0 && (
            <p className="series-why">
              {reasons.map(({ code, text }) => (code === 'booking.overlap' ? t('series.taken') : text)).join(' ')}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

// A date that neither is nor would be is none.
const noTime: TimeRange = { startsAt: '1970-01-01T00:00:00Z', endsAt: '1970-01-01T00:00:00Z' };
