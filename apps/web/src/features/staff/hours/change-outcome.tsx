import type { OpeningChanged, OpeningDay } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';
import { changedDays } from './changed-days.js';
import { useHoursText } from './use-hours-text.js';

interface Props {
  outcome: OpeningChanged;
  /** The days as they are without the change. */
  days: readonly OpeningDay[];
  hub: HubSummary;
}

const mostDays = 7;

/** What a change would do: to whose bookings, and to which of the coming days. */
export function ChangeOutcome({ outcome, days, hub }: Props) {
  const t = useT();
  const text = useHoursText();
  const lower = (hours: OpeningDay['hours']) => text.hours(hours).toLocaleLowerCase();
  const changed = changedDays(days, outcome.opening.days);
  return (
    <>
      <LeftOut bookings={outcome.noLongerAllowed} hub={hub} />
      <div className="stack-tight">
        <p className="field-label">{t('hours.changedDays', { count: changed.length })}</p>
        <ul className="numeric">
          {changed.slice(0, mostDays).map(({ date, before, after }) => (
            <li key={date}>
              {t('hours.changedDay', { day: text.day(date), after: lower(after), before: lower(before) })}
            </li>
          ))}
        </ul>
        {changed.length > mostDays && <p>{t('hours.moreDays', { count: changed.length - mostDays })}</p>}
      </div>
    </>
  );
}

function LeftOut({ bookings, hub }: { bookings: OpeningChanged['noLongerAllowed']; hub: HubSummary }) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  if (bookings.length === 0) return <Notice tone="good" title={t('hours.nobodyLeftOut')} live={false} />;
  return (
    <Notice tone="warning" title={t('hours.leftOut', { count: bookings.length })} live={false}>
      <ul>
        {bookings.map(({ id, title, startsAt, endsAt, person }) => (
          <li key={id}>
            {person.displayName}, {t('booking.summary', { name: title, when: formats.dayTimeRange(startsAt, endsAt) })}
          </li>
        ))}
      </ul>
      <p>{t('hours.leftOutStay')}</p>
    </Notice>
  );
}
