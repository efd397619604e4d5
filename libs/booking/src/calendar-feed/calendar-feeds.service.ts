import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CalendarFeed, Locale } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { Clock, Config, Database, Problem, writeCalendar, type CalendarEvent } from '#libs/platform';
import { titleOf } from '../making/booking-wish.js';
import { CalendarFeedRepository, type FeedBooking } from './calendar-feed.repository.js';
import { sequenceOf, uidOf } from './calendar-identity.js';
import { localise } from '../hub/localised-text.js';
import { PlaceRepository } from '../hub/place.repository.js';

const dayMs = 24 * 60 * 60_000;
const pastDays = 60;
const busyFutureDays = 180;

const feedNames: Record<Locale, string> = {
  fi: 'Digikeskus: varaukseni',
  sv: 'Digihubben: mina bokningar',
  en: 'Digikeskus: my bookings',
};
const busyNames: Record<Locale, string> = { fi: 'Varattu', sv: 'Upptaget', en: 'Busy' };

/** Calendars for people's own calendar programs, as iCalendar text. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly feeds: CalendarFeedRepository,
    private readonly places: PlaceRepository,
  ) {}

  /**
   * Gives a person a new secret address for the own bookings; the one before stops working.
   * @returns the address, which is not kept and cannot be shown again
   */
  async open({ accountId }: Viewer): Promise<CalendarFeed> {
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    await this.database.transaction(async (tx) => {
      await this.feeds.replace(tx, { accountId, tokenHash: hashToken(token), now });
      tx.record({ accountId, action: 'calendar-feed.open', subjectType: 'account', subjectId: accountId });
    });
    const url = new URL('/api/v1/bookings/calendar.ics', this.config.publicUrl);
    url.searchParams.set('token', token);
    return { url: url.href, createdAt: now.toISOString() };
  }

  /** Makes the person's address useless; nothing happens when there is none. */
  async revoke({ accountId }: Viewer): Promise<void> {
    await this.database.transaction(async (tx) => {
      const isRevoked = await this.feeds.revoke(tx, { accountId, now: this.clock.now() });
      if (!isRevoked) return;
      tx.record({ accountId, action: 'calendar-feed.revoke', subjectType: 'account', subjectId: accountId });
    });
  }

  /**
   * The bookings of whoever the address belongs to, in that person's language.
   * @throws Problem `not_found` when the token is wrong or revoked
   */
  async personal(token: string): Promise<string> {
    const owner = await this.feeds.owner(hashToken(token));
    if (owner === undefined) throw new Problem('not_found');
    const bookings = await this.feeds.bookingsOf(owner.accountId, this.daysFromNow(-pastDays));
    const events = bookings.map((booking) => bookingEvent(booking, owner.locale));
    return writeCalendar(events, { method: 'PUBLISH', name: feedNames[owner.locale] });
  }

  /**
   * When a resource is taken, without saying for what or for whom.
   * @param hub id or slug
   * @param resource id or slug
   * @throws Problem `not_found`
   */
  async busy(hub: string, resource: string, locale: Locale): Promise<string> {
    const thing = (await this.places.place(hub)).findResource(resource);
    if (thing === undefined) throw new Problem('not_found');
    const range = { from: this.daysFromNow(-1), to: this.daysFromNow(busyFutureDays) };
    const stretches = await this.feeds.busyTimesOf(thing.id, range);
    const events = stretches.map(({ id, startsAt, endsAt }): CalendarEvent => ({
      // A stretch that was moved is another one: its row does not count its versions.
      uid: uidOf(`${id}-${startsAt.getTime()}-${endsAt.getTime()}`),
      sequence: 0,
      title: busyNames[locale],
      status: 'CONFIRMED',
      startsAt,
      endsAt,
      stampedAt: startsAt,
    }));
    return writeCalendar(events, { method: 'PUBLISH', name: localise(thing.name, locale) });
  }

  private daysFromNow(days: number): Date {
    return new Date(this.clock.now().getTime() + days * dayMs);
  }
}

function bookingEvent(booking: FeedBooking, locale: Locale): CalendarEvent {
  const isCertain = booking.status !== 'held' && booking.status !== 'pending';
  return {
    uid: uidOf(booking.id),
    sequence: sequenceOf(booking.version),
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    title: titleOf(booking.poolName === null ? null : { name: booking.poolName }, booking.resources, locale),
    location: `${booking.hubName}, ${booking.hubAddress}`,
    status: isCertain ? 'CONFIRMED' : 'TENTATIVE',
    stampedAt: booking.updatedAt,
  };
}

/** A token has 256 random bits, so a plain hash is enough to make a stolen table useless. */
function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
