import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The process in a hub that talks to its printers. */
@Entity()
export class Bridge {
  @PrimaryColumn('uuid', { insert: false })
  id!: string;

  @Column('uuid')
  hubId!: string;

  @Column('text')
  slug!: string;

  /** Grows with every start of the bridge; bigint, hence a string. */
  @Column('bigint', { nullable: true })
  session!: string | null;

  @Column('boolean')
  online!: boolean;

  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;

  @Column('text', { nullable: true })
  version!: string | null;

  /** Since when its computer has no credential any more; what it still says means nothing. */
  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
