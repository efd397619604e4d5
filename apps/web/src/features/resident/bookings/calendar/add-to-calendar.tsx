import type { Booking } from '#libs/contracts';
import { useHubs } from '../../../../shared/api/use-hubs.js';
import { useT } from '../../../../shared/i18n/use-t.js';
import { Button } from '../../../../shared/ui/button.js';
import { calendarEvent } from './calendar-event.js';

interface Props {
  booking: Booking;
  name: string;
}

/** Saves the booking as a file that every calendar program opens. */
export function AddToCalendar({ booking, name }: Props) {
  const t = useT();
  const hubs = useHubs();
  const hub = hubs.data?.items.find(({ slug }) => slug === booking.hub);
  const save = () => {
    const where = [hub?.name, hub?.address].filter(Boolean).join(', ');
    const address = URL.createObjectURL(new Blob([calendarEvent(booking, where)], { type: 'text/calendar' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: `${booking.title}.ics` });
    link.click();
    // The browser has taken the file by the time the next task runs.
    window.setTimeout(() => URL.revokeObjectURL(address), 0);
  };
  return (
    <Button onPress={save}>
      {t('calendar.add')}
      <span className="visually-hidden">{name}</span>
    </Button>
  );
}
