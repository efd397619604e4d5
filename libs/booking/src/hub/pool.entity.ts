import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category } from '#libs/contracts';
import type { LocalisedText } from './localised-text.js';
import type { PolicyOverrides } from '../rules/policy.js';

/** Several units of which any one will do: "any VR headset". */
@Entity('pool')
export class PoolEntity {
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

  @Column('jsonb')
  policy!: PolicyOverrides;
}
