import type { RuledOutBooking } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';

interface Props {
  bookings: readonly RuledOutBooking[];
  timeZone: string;
}

/** Bookings that stay, although nobody could make them any more. */
export function RuledOutList({ bookings, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  return (
    <Notice tone="warning" title={t('policies.ruledOut', { count: bookings.length })} live={false}>
      <ul>
        {bookings.map(({ id, person, title, startsAt, endsAt, reasons }) => (
          <li key={id}>
            {person.displayName}, {t('booking.summary', { name: title, when: formats.dayTimeRange(startsAt, endsAt) })}{' '}
            <span className="soft">{reasons.map(({ text }) => text).join(' ')}</span>
          </li>
        ))}
      </ul>
      <p>{t('policies.ruledOutStay')}</p>
    </Notice>
  );
}
