import type { BookedTime } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';

interface Props {
  bookings: readonly BookedTime[];
  timeZone: string;
}

/** Whose bookings stand in the way. */
export function BookingLines({ bookings, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  return (
    <ul>
      {bookings.map(({ id, title, startsAt, endsAt, person }) => (
        <li key={id}>
          {person.displayName}, {t('booking.summary', { name: title, when: formats.dayTimeRange(startsAt, endsAt) })}
        </li>
      ))}
    </ul>
  );
}
