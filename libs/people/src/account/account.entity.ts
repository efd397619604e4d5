import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '#libs/contracts';

/** A person who has signed in at least once. */
@Entity()
export class Account {
  @PrimaryColumn('uuid', { insert: false })
  id!: string;

  /** Lower case; null when the person's data were erased. */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text')
  displayName!: string;

  @Column('text')
  locale!: Locale;

  /** `YYYY-MM-DD`; null when nobody has written it down. */
  @Column('date', { nullable: true })
  birthDate!: string | null;

  /** Whether to write before a booking begins. */
  @Column('boolean')
  reminders!: boolean;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  municipality!: string | null;

  /** For statistics; what rules look at is the date of birth. */
  @Column('text', { nullable: true })
  ageGroup!: string | null;

  /** When the person's data were erased. */
  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;

  /** Last sign of life, to the day. */
  @Column('timestamptz')
  lastActiveAt!: Date;

  /** When the person was told that nobody has used the account for long; null when somebody has since. */
  @Column('timestamptz', { nullable: true })
  inactivityWarnedAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}

/** For the data source of every process that has people. */
export const peopleEntities = [Account];
