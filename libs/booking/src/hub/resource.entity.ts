import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category } from '#libs/contracts';
import type { LocalisedText } from './localised-text.js';
import type { PolicyOverrides } from '../rules/policy.js';

/** One bookable unit: a device or a room. */
@Entity('resource')
export class ResourceEntity {
  @PrimaryColumn('uuid', { insert: false })
  id!: string;

  @Column('uuid')
  hubId!: string;

  @Column('text')
  slug!: string;

  @Column('jsonb')
  name!: LocalisedText;

  @Column('jsonb')
  description!: LocalisedText;

  @Column('text')
  category!: Category;

  @Column('uuid', { nullable: true })
  poolId!: string | null;

  /** What it is a part of: booking the whole takes its parts along. */
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('boolean')
  bookable!: boolean;

  @Column('jsonb')
  policy!: PolicyOverrides;

  /** Null while it works. */
  @Column('text', { nullable: true })
  outOfOrderReason!: string | null;

  /** When it is expected back; null when nobody knows. Means nothing without a reason. */
  @Column('timestamptz', { nullable: true })
  outOfOrderUntil!: Date | null;

  /** Since when it is not offered any more; null while it is. */
  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;

  @Column('integer')
  position!: number;

  /** Changes with the picture; null while there is none. */
  @Column('text', { nullable: true })
  pictureVersion!: string | null;
}
