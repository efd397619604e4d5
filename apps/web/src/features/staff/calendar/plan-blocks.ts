import type { Availability, Booking, BookingState, BusyKind, Resource, TimeRange } from '#libs/contracts';

/** Something that takes a unit for a time. */
export interface PlanBlock extends TimeRange {
  key: string;
  kind: BusyKind;
  /** Null for what is no booking: a print, a workshop, maintenance. */
  booking: Booking | null;
}

export interface PlanRow {
  resource: Resource;
  blocks: PlanBlock[];
}

const shown: readonly BookingState[] = ['held', 'pending', 'confirmed', 'in_use', 'completed', 'no_show'];
const movable: readonly BookingState[] = ['pending', 'confirmed'];

/** One row for each unit with all that takes it, in order of start. */
export function planRows(
  resources: readonly Resource[],
  bookings: readonly Booking[],
  answer: Availability,
): PlanRow[] {
  return resources.map((resource) => {
    const booked = bookings.filter(
      ({ status, resources: units }) => shown.includes(status) && units.some(({ id }) => id === resource.id),
    );
    const busy = answer.items.find((item) => item.resource === resource.slug)?.busy ?? [];
    const blocks = [
      ...booked.map((booking): PlanBlock => ({ ...timeOf(booking), key: booking.id, kind: 'booking', booking })),
      ...busy
        .filter(({ kind }) => kind !== 'booking')
        .map((each): PlanBlock => ({
          ...timeOf(each),
          key: `${each.kind}${each.startsAt}`,
          kind: each.kind,
          booking: null,
        })),
    ];
    return { resource, blocks: blocks.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)) };
  });
}

/** @param now milliseconds since the epoch; what has begun stays where it is */
export function canMove(booking: Booking, now: number): boolean {
  return movable.includes(booking.status) && Date.parse(booking.startsAt) > now;
}

/** A time alone, of something that has one. */
export function timeOf({ startsAt, endsAt }: TimeRange): TimeRange {
  return { startsAt, endsAt };
}
