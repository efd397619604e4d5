import { Injectable } from '@nestjs/common';
import type { Booking, BookingCheck, BookingQuery, CreateBooking } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { checkInCode, Clock, KeyedHash, Problem } from '#libs/platform';
import type { Asking } from './asking.js';
import { letterOf, writeLetter } from './booking-announcement.js';
import { readCursor, writeCursor } from './booking-cursor.js';
import { BookingMaker } from '../making/booking-maker.service.js';
import { rowOf } from '../making/made-booking.js';
import { BookingReader, type BookingFilter, type BookingRow } from './booking-reader.repository.js';
import { bookingView } from './booking-view.js';
import { assertChangeable, BookingTransitions } from '../life/booking-transitions.service.js';
import { PlaceRepository } from '../hub/place.repository.js';

const pageSize = 100;

/** What people do with bookings. Somebody else's booking does not exist, except for the staff of its hub. */
@Injectable()
export class BookingService {
  constructor(
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly reader: BookingReader,
    private readonly maker: BookingMaker,
    private readonly transitions: BookingTransitions,
    private readonly keyedHash: KeyedHash,
  ) {}

  /**
   * Makes a booking: confirmed, held when only that was asked for, or pending when staff have to agree.
   * @param key the caller's `Idempotency-Key`, if any
   * @throws Problem as `BookingMaker.book`
   */
  async book(request: CreateBooking, asking: Asking, key?: string): Promise<Booking> {
    const made = await this.maker.book(request, asking, key);
    return typeof made === 'string' ? this.get(made, asking) : this.view(rowOf(made), asking);
  }

  /** What `book` would answer now, without writing anything. */
  check(request: CreateBooking, asking: Asking): Promise<BookingCheck> {
    return this.maker.check(request, asking);
  }

  /** @throws Problem `not_found` */
  async get(bookingId: string, asking: Asking): Promise<Booking> {
    return this.view(await this.find(bookingId, asking.viewer), asking);
  }

  /**
   * Residents get their own bookings; staff those of their hubs too, unless they ask for their own.
   * @throws Problem `request.invalid` when the cursor is not one
   */
  async list(query: BookingQuery, asking: Asking): Promise<{ items: Booking[]; nextCursor: string | null }> {
    const hub = query.hub === undefined ? undefined : await this.places.hub(query.hub);
    const rows = await this.reader.find({
      ...ownAnd(query.mine === 'true' ? [] : staffHubIds(asking.viewer), asking.viewer),
      hubId: hub?.id,
      from: instant(query.from),
      to: instant(query.to),
      status: query.status,
      after: query.cursor === undefined ? undefined : readCursor(query.cursor),
      limit: pageSize + 1,
    });
    const page = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? page.at(-1) : undefined;
    return {
      items: page.map((row) => this.view(row, asking)),
      nextCursor: last === undefined ? null : writeCursor(last),
    };
  }

  /**
   * Cancels a booking before its start; what it occupied is free at once. Staff need not keep to the policy's notice.
   * @throws Problem `booking.wrong_state` when it has begun or ended, `booking.refused` with `booking.change_too_late`;
   *   as `BookingTransitions.perform`
   */
  async cancel(bookingId: string, asking: Asking, ifMatch?: readonly number[]): Promise<Booking> {
    const { viewer } = asking;
    const request = { bookingId, asking, ifMatch };
    await this.transitions.perform(request, ['held', 'pending', 'confirmed'], async (transition) => {
      const { tx, booking } = transition;
      if (booking.status !== 'held') assertChangeable(transition, viewer);
      const record = { accountId: viewer.accountId, action: 'booking.cancel' as const };
      const after = await this.transitions.end(transition, { status: 'cancelled' }, record);
      if (booking.status === 'held') return;
      const isOwn = booking.accountId === viewer.accountId;
      writeLetter(tx, isOwn ? 'bookingCancelled' : 'bookingCancelledByStaff', letterOf(after));
    });
    return this.get(bookingId, asking);
  }

  private async find(bookingId: string, viewer: Viewer): Promise<BookingRow> {
    const [row] = await this.reader.find({ ...ownAnd(staffHubIds(viewer), viewer), id: bookingId, limit: 1 });
    if (row === undefined) throw new Problem('not_found');
    return row;
  }

  private view(row: BookingRow, asking: Asking): Booking {
    const view = bookingView(row, { ...asking, now: this.clock.now() });
    const opensDoor = row.status === 'confirmed' && row.accountId === asking.viewer.accountId;
    return opensDoor ? { ...view, checkInCode: checkInCode(this.keyedHash, row.id) } : view;
  }
}

function ownAnd(hubIds: readonly string[], viewer: Viewer): Pick<BookingFilter, 'accountId' | 'staffHubIds'> {
  return { accountId: viewer.accountId, staffHubIds: hubIds };
}

function staffHubIds(viewer: Viewer): string[] {
  return viewer.roles.map((role) => role.hubId);
}

function instant(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
