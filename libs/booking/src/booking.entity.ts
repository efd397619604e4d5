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

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
