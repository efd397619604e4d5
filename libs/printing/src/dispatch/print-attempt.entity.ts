import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptState } from '#libs/contracts';

/** One try to print a job on one printer. */
@Entity()
export class PrintAttempt {
  @PrimaryColumn('uuid', { insert: false })
  id!: string;

  @Column('uuid')
  printJobId!: string;

  /** 1 for the first. */
  @Column('integer')
  number!: number;

  @Column('uuid')
  printerId!: string;

  /** What the printer's reports are recognised by. */
  @Column('text')
  startToken!: string;

  /** Id of the start command, the same however often it is sent. */
  @Column('uuid')
  commandId!: string;

  @Column('text')
  status!: AttemptState;

  /** 0–1. */
  @Column('real', { nullable: true })
  progress!: number | null;

  @Column('timestamptz', { nullable: true })
  estimatedEndAt!: Date | null;

  @Column('text', { nullable: true })
  cause!: string | null;

  /** Who has paused it, since it last printed; null when that was done at the printer. */
  @Column('uuid', { nullable: true })
  pausedBy!: string | null;

  @Column('timestamptz')
  dispatchedAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
