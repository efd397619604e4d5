import { Column, Entity, Exclusion, PrimaryColumn } from 'typeorm';
import type { BusyKind } from '#libs/contracts';

/** The constraint that makes double booking impossible, whoever tries. */
export const noOverlapConstraint = 'allocation_no_overlap';

/** One stretch of time in which one resource is occupied: the one calendar of bookings, prints and everything else. */
@Entity('allocation')
@Exclusion(noOverlapConstraint, 'USING gist (resource_id WITH =, during WITH &&) WHERE (active)')
export class AllocationEntity {
  @PrimaryColumn('uuid', { insert: false })
  id!: string;

  @Column('uuid')
  resourceId!: string;

  /** `[start, end)` with buffers, in PostgreSQL's own notation. */
  @Column('tstzrange')
  during!: string;

  @Column('text')
  kind!: BusyKind;

  /** Whether it still occupies; what was cancelled stays as history. */
  @Column('boolean')
  active!: boolean;

  @Column('uuid', { nullable: true })
  bookingId!: string | null;

  @Column('uuid', { nullable: true })
  printAttemptId!: string | null;

  /** A print that somebody began at the machine itself. */
  @Column('uuid', { nullable: true })
  localPrintId!: string | null;

  /** Whether this is the thing that was booked, or only blocked along with it. */
  @Column('boolean')
  isTarget!: boolean;
}
