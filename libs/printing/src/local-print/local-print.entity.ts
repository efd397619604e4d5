import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PrintOutcome } from '#libs/contracts';

/** A print that nobody sent: somebody began it at the machine itself. */
@Entity()
export class LocalPrint {
  @PrimaryColumn('uuid', { insert: false })
  id!: string;

  @Column('uuid')
  printerId!: string;

  /** By the printer's own bridge; with the printer, it says which print this is. */
  @Column('timestamptz')
  startedAt!: Date;

  /** 0–1. */
  @Column('real', { nullable: true })
  progress!: number | null;

  @Column('timestamptz', { nullable: true })
  estimatedEndAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Null when nobody saw how it ended. */
  @Column('text', { nullable: true })
  outcome!: PrintOutcome | null;

  /** Whoever has booked the printer until then has been written to. */
  @Column('timestamptz', { nullable: true })
  warnedUntil!: Date | null;
}
