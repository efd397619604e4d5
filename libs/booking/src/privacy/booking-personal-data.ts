import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  HoldsPersonalData,
  keptSince,
  retentionBatch,
  type ColumnFates,
  type DataSubject,
  type ExportSection,
  type PersonalDataHolder,
  type Transaction,
} from '#libs/platform';
import { BookingTransitions } from '../life/booking-transitions.service.js';
import { bookingSections } from './booking-sections.repository.js';
import { PersonalBookingRepository } from './personal-booking.repository.js';

/** Bookings, series, the waiting list, inductions and the secret addresses of calendars. */
@HoldsPersonalData()
@Injectable()
export class BookingPersonalData implements PersonalDataHolder {
  readonly columns: ColumnFates = {
    booking: { account_id: 'pseudonym', purpose: 'emptied', decline_reason: 'emptied' },
    booking_series: { account_id: 'pseudonym', purpose: 'emptied', public_title: 'impersonal' },
    waiting_entry: { account_id: 'pseudonym' },
    induction: { account_id: 'pseudonym', granted_by: 'pseudonym' },
    induction_seat: { account_id: 'pseudonym' },
    induction_session: { created_by: 'pseudonym' },
    calendar_feed: { account_id: 'deleted' },
    hub: { name: 'impersonal', address: 'impersonal' },
    pool: { name: 'impersonal' },
    resource: { name: 'impersonal', out_of_order_reason: 'impersonal' },
    opening_exception: { reason: 'impersonal' },
    closure: { created_by: 'pseudonym', reason: 'impersonal' },
  };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly repository: PersonalBookingRepository,
    private readonly transitions: BookingTransitions,
  ) {}

  async exportFor({ accountId }: DataSubject): Promise<ExportSection[]> {
    return Promise.all(
      bookingSections.map(async ({ sql, ...section }) => ({
        ...section,
        rows: await this.database.query<Record<string, unknown>>(sql, [accountId]),
      })),
    );
  }

  async erase(tx: Transaction, { accountId }: DataSubject): Promise<void> {
    const now = this.clock.now();
    await this.repository.eraseTexts(tx, accountId);
    await this.repository.leaveLines(tx, accountId, now);
    await this.repository.giveBackSeats(tx, accountId, now);
    await this.repository.forgetFeeds(tx, accountId);
  }

  /** Lets go of what is to come; whoever waits for it is offered it. */
  async settle({ accountId }: { accountId: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.repository.eraseTexts(tx, accountId);
      await this.repository.leaveLines(tx, accountId, this.clock.now());
      await this.repository.forgetFeeds(tx, accountId);
    });
    for (const bookingId of await this.repository.comingOf(accountId)) await this.letGo(bookingId);
  }

  async expire(now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `DELETE FROM calendar_feed WHERE id IN (
         SELECT id FROM calendar_feed WHERE revoked_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING 1`,
      [keptSince('calendarFeed', now), retentionBatch],
    );
    return rows.length === retentionBatch;
  }

  /** A booking that is in use goes on to its end; nobody is written to. */
  private async letGo(bookingId: string): Promise<void> {
    await this.transitions.open(bookingId, async (transition) => {
      const { status } = transition.booking;
      if (status !== 'held' && status !== 'pending' && status !== 'confirmed') return;
      const change = { status: 'cancelled' as const, expiresAt: null };
      await this.transitions.end(transition, change, { accountId: null, action: 'booking.cancel' });
    });
  }
}
