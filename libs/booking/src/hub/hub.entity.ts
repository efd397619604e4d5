import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category } from '#libs/contracts';
import type { PolicyOverrides } from '../rules/policy.js';
import type { Season, WeeklyHours } from '../rules/opening-hours.js';

/** A place with opening hours, where everything bookable stands. */
@Entity('hub')
export class HubEntity {
  @PrimaryColumn('uuid', { insert: false })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  address!: string;

  /** IANA name; all rules of the hub follow its wall clock. */
  @Column('text')
  timeZone!: string;

  @Column('text', { array: true })
  languages!: string[];

  @Column('jsonb')
  weeklyHours!: WeeklyHours;

  /** Parts of the year with a week of their own; the first that holds a date is taken. */
  @Column('jsonb')
  seasons!: Season[];

  /** ISO 3166 code; its public holidays are closed unless an exception says otherwise. */
  @Column('text')
  country!: string;

  @Column('jsonb')
  policy!: PolicyOverrides;

  @Column('jsonb')
  categoryPolicies!: Partial<Record<Category, PolicyOverrides>>;
}
