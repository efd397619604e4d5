import type { BookedRow, BookedTime, HeldInduction } from './booked-future.repository.js';
import type { BookingOption } from '../making/booking-option.js';
import type { Interval } from '../rules/interval.js';
import type { PersonFacts } from '../rules/person-rules.js';

interface OwnedTime extends Interval {
  readonly bookingId: string | null;
}

/** Everything that is booked in a hub, seen from each booking in turn as if all the others were there before it. */
export class BookedFuture {
  private readonly timesOf: ReadonlyMap<string, readonly OwnedTime[]>;
  private readonly bookingsOf: ReadonlyMap<string, readonly BookedRow[]>;
  private readonly inductionsOf: ReadonlyMap<string, readonly HeldInduction[]>;

  constructor(
    private readonly bookings: readonly BookedRow[],
    times: readonly BookedTime[],
    inductions: readonly HeldInduction[],
  ) {
    const owned = times.map((time) => ({ ...time, start: time.startsAt.getTime(), end: time.endsAt.getTime() }));
    this.timesOf = grouped(owned, ({ resourceId }) => resourceId);
    this.bookingsOf = grouped(bookings, limitKey);
    this.inductionsOf = grouped(inductions, ({ accountId }) => accountId);
  }

  /** Bookings that have not begun. */
  coming(now: Date): BookedRow[] {
    return this.bookings.filter(
      ({ status, startsAt }) => startsAt > now && (status === 'held' || status === 'pending' || status === 'confirmed'),
    );
  }

  /** What the others occupy of a booking's things. */
  busyAround({ id }: BookedRow, { occupied }: BookingOption): Interval[] {
    return occupied.flatMap(({ resourceId }) =>
      (this.timesOf.get(resourceId) ?? []).filter(({ bookingId }) => bookingId !== id),
    );
  }

  /** What would be known about a booking's owner if this booking were not there. */
  personOf(row: BookedRow): PersonFacts {
    const others = (this.bookingsOf.get(limitKey(row)) ?? []).filter(({ id }) => id !== row.id);
    const inductions = this.inductionsOf.get(row.accountId) ?? [];
    return {
      activeCount: others.filter(({ status }) => status !== 'completed').length,
      counted: others.map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() })),
      inductions: new Map(inductions.map(({ kind, holdsUntil }) => [kind, holdsUntil?.getTime() ?? null])),
      birthDate: row.birthDate,
      hasGuardianConsent: row.hasGuardianConsent,
      // Whoever is blocked keeps what is booked.
      blocked: null,
    };
  }
}

/** Limits and quotas are counted by person and category. */
function limitKey({ accountId, category }: BookedRow): string {
  return `${accountId}/${category}`;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
