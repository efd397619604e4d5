import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '#libs/contracts';

/** A person who has signed in at least once. */
@Entity()
export class Account {
  @PrimaryColumn('uuid', { insert: false })
  id!: string;

  /** Lower case. */
  @Column('text')
  email!: string;

  @Column('text')
  displayName!: string;

  @Column('text')
  locale!: Locale;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}

/** For the data source of every process that has people. */
export const peopleEntities = [Account];
