import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BookingState, Category } from '#libs/contracts';

/** Somebody's time with one or several resources; what it occupies are its allocations. */
@Entity('booking')
export class BookingEntity {
  @PrimaryColumn('uuid', { insert: false })
  id!: string;

  @Column('uuid')
  hubId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  poolId!: string | null;

  @Column('text')
  category!: Category;

  @Column('text')
  status!: BookingState;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text', { nullable: true })
  purpose!: string | null;

  /** Null when it does not repeat. */
  @Column('uuid', { nullable: true })
  seriesId!: string | null;

  /** Which date of the series it is, from 0; stays when the date is moved. */
  @Column('integer', { nullable: true })
  seriesPosition!: number | null;

  /** Until when a hold or an offer waits for its person. */
  @Column('timestamptz', { nullable: true })
  expiresAt!: Date | null;

  /** Reminders that were due up to this instant are dealt with; null stands for `createdAt`. */
  @Column('timestamptz', { nullable: true })
  remindedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  checkedInAt!: Date | null;

  @Column('text', { nullable: true })
  declineReason!: string | null;

  /** When time moves it on; null when nobody has worked it out yet. */
  @Column('timestamptz', { nullable: true })
  nextStepAt!: Date | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
