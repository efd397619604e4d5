import { Injectable } from '@nestjs/common';
import type { Locale, RuledOutBooking } from '#libs/contracts';
import { Clock, describeRule, type BrokenRule, type Transaction } from '#libs/platform';
import { BookedFuture } from './booked-future.js';
import { BookedFutureRepository, type BookedRow } from './booked-future.repository.js';
import { sharedFacts } from '../making/booking-facts.js';
import { optionOf } from '../making/booking-option.js';
import { titleOf } from '../making/booking-wish.js';
import type { Place } from '../hub/place.js';
import type { ResourceEntity } from '../hub/resource.entity.js';
import { decideBooking } from '../rules/decide-booking.js';
import type { Interval } from '../rules/interval.js';

const dayMs = 24 * 60 * 60_000;
/** Bookings farther away than any horizon are staff's own, and theirs to look after. */
const futureMs = 400 * dayMs;
/** What counts against this week's quota. */
const pastMs = 8 * dayMs;

/** Names every rule that a booking breaks. */
type Judge = (row: BookedRow) => BrokenRule[];

/** Finds the bookings that a change of the rules would not let anybody make any more. */
@Injectable()
export class RuledOutBookings {
  constructor(
    private readonly clock: Clock,
    private readonly booked: BookedFutureRepository,
  ) {}

  /**
   * Three queries, however much is booked.
   * @param change the hub as it was and as it is now
   * @returns bookings that have not begun and break a rule which they did not break before, in order of start
   */
  async find(tx: Transaction, { before, after }: { before: Place; after: Place }, locale: Locale) {
    const now = this.clock.now();
    const range = { start: now.getTime(), end: now.getTime() + futureMs };
    const future = await this.load(tx, after.hub.id, range);
    const wasBroken = judgeOf(before, future, { now, range });
    const isBroken = judgeOf(after, future, { now, range });
    return future.coming(now).flatMap((row): RuledOutBooking[] => {
      const known = new Set(wasBroken(row).map(ruleKey));
      const broken = isBroken(row).filter((rule) => !known.has(ruleKey(rule)));
      return broken.length === 0 ? [] : [view(after, row, { broken, locale })];
    });
  }

  private async load(tx: Transaction, hubId: string, { start, end }: Interval): Promise<BookedFuture> {
    const stretch = { hubId, from: new Date(start - pastMs), to: new Date(end) };
    const bookings = await this.booked.bookings(tx, stretch);
    const times = await this.booked.times(tx, stretch);
    return new BookedFuture(bookings, times, await this.booked.inductions(tx, hubId));
  }
}

/** Judges a booking as if it were made again in a place, all the others being there. */
function judgeOf(place: Place, future: BookedFuture, { now, range }: { now: Date; range: Interval }): Judge {
  const shared = sharedFacts(place, range, { now, isStaff: false });
  return (row) => {
    const option = optionOf(place, targetsOf(place, row));
    return decideBooking(timeOf(row), {
      ...shared,
      isStaff: row.isStaff,
      // It was announced in time, whatever notice is asked for now.
      policy: { ...option.policy, minNoticeMinutes: 0 },
      inductionKinds: option.inductionKinds,
      bookable: true,
      outOfOrderUntil: undefined,
      busy: future.busyAround(row, option),
      person: future.personOf(row),
    });
  };
}

function view(place: Place, row: BookedRow, to: { broken: readonly BrokenRule[]; locale: Locale }): RuledOutBooking {
  const pool = row.poolName === null ? null : { name: row.poolName };
  return {
    id: row.id,
    title: titleOf(pool, targetsOf(place, row), to.locale),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    person: { id: row.accountId, displayName: row.displayName },
    reasons: to.broken.map((rule) => describeRule(rule, to.locale)),
  };
}

function targetsOf(place: Place, { targets }: BookedRow): ResourceEntity[] {
  return place.resources.filter((resource) => targets.includes(resource.id));
}

function timeOf({ startsAt, endsAt }: BookedRow): Interval {
  return { start: startsAt.getTime(), end: endsAt.getTime() };
}

/** A rule that was broken in another degree before is no news; another induction is. */
function ruleKey({ code, params }: BrokenRule): string {
  return `${code}/${params.kind ?? ''}`;
}
