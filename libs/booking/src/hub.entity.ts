import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category } from '#libs/contracts';
import type { PolicyOverrides } from './rules/policy.js';
import type { WeeklyHours } from './rules/opening-hours.js';

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

  @Column('jsonb')
  policy!: PolicyOverrides;

  @Column('jsonb')
  categoryPolicies!: Partial<Record<Category, PolicyOverrides>>;
}
