import type { MailCalendar } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { enqueueMail, type MailRequest, type Transaction } from '#libs/platform';
import { announceChange } from '../booking/booking-announcement.js';
import { sequenceOf, uidOf } from '../calendar-feed/calendar-identity.js';
import type { DateRow } from './series-dates.repository.js';
import { seriesTitle } from './series-view.js';
import type { SeriesRow } from './series.repository.js';

/** What became of dates of a series. */
export interface SeriesEvent {
  readonly series: SeriesRow;
  /** The dates it is about, at least one, in order, as they are now. */
  readonly dates: readonly DateRow[];
  readonly viewer: Viewer;
  readonly action: 'create' | 'move' | 'cancel';
}

const templates = {
  create: 'seriesBooked',
  move: 'seriesMoved',
  cancel: 'seriesCancelled',
} as const satisfies Record<SeriesEvent['action'], MailRequest['template']>;

/** What follows from a change of a series: the record of every date, the screens, and one letter for all of them. */
export function announceSeries(tx: Transaction, { series, dates, viewer, action }: SeriesEvent): void {
  announceChange(tx, series);
  const { accountId } = viewer;
  tx.record({ accountId, action: `series.${action}`, subjectType: 'series', subjectId: series.id });
  for (const { bookingId, startsAt, endsAt } of dates) {
    const details = { series: series.id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    tx.record({ accountId, action: `booking.${action}`, subjectType: 'booking', subjectId: bookingId, details });
  }
  const [first] = dates;
  if (first === undefined) return;
  const { email: to, locale, hubName: hub, timeZone } = series;
  const title = seriesTitle(series, locale);
  const when = { startsAt: first.startsAt.toISOString(), endsAt: first.endsAt.toISOString(), timeZone };
  enqueueMail(tx, {
    to,
    locale,
    template: templates[action],
    params: { title, when, hub, count: dates.length },
    calendar: calendarOf(series, dates, title),
  });
}

function calendarOf(series: SeriesRow, dates: readonly DateRow[], title: string): MailCalendar {
  return {
    method: 'PUBLISH',
    organizer: series.hubName,
    events: dates.map(({ bookingId, version, startsAt, endsAt, status }) => ({
      uid: uidOf(bookingId),
      sequence: sequenceOf(version),
      title,
      location: `${series.hubName}, ${series.hubAddress}`,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      status: status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    })),
  };
}
