import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  GcodeOrigin,
  ModelFormat,
  PrintAnalysis,
  PrintJobState,
  ProblemCode,
  WaitingReason,
} from '#libs/contracts';

/** A file somebody wants printed, from upload to pick-up. */
@Entity()
export class PrintJob {
  @PrimaryColumn('uuid', { insert: false })
  id!: string;

  @Column('uuid')
  hubId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  status!: PrintJobState;

  @Column('text')
  fileName!: string;

  /** Hex; also the file's name in the store. Null when the file has been deleted, which needs the job to be over. */
  @Column('text', { nullable: true })
  fileSha256!: string | null;

  /** bigint, hence a string. */
  @Column('bigint')
  fileBytes!: string;

  /** The print file: plain G-code for the printer. Null when what was sent is that itself, or a model not sliced yet. */
  @Column('text', { nullable: true })
  gcodeSha256!: string | null;

  /** bigint, hence a string. */
  @Column('bigint', { nullable: true })
  gcodeBytes!: string | null;

  /** Null when there is no print file. */
  @Column('text', { nullable: true })
  gcodeOrigin!: GcodeOrigin | null;

  /** What staff called the print file they attached. */
  @Column('text', { nullable: true })
  gcodeName!: string | null;

  @Column('text', { nullable: true })
  material!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true })
  preferredPrinterId!: string | null;

  @Column('jsonb', { nullable: true })
  analysis!: PrintAnalysis | null;

  @Column('text', { nullable: true })
  refusalCode!: ProblemCode | null;

  @Column('text', { nullable: true })
  thumbnailSha256!: string | null;

  /** How the nozzle goes, gzipped, to be looked at layer by layer. */
  @Column('text', { nullable: true })
  toolpathSha256!: string | null;

  /** Null when what was sent is no model. */
  @Column('text', { nullable: true })
  modelFormat!: ModelFormat | null;

  /** Grows whenever another file comes for what was sent. */
  @Column('integer')
  sourceVersion!: number;

  /** Grows also when the print file is another one: what was read is of one version. */
  @Column('integer')
  fileVersion!: number;

  @Column('timestamptz', { nullable: true })
  analysedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  /** By the hub's rule instead of a person. */
  @Column('boolean')
  autoApproved!: boolean;

  @Column('text', { nullable: true })
  reviewReason!: string | null;

  @Column('timestamptz', { nullable: true })
  queuedAt!: Date | null;

  @Column('uuid', { nullable: true })
  plannedPrinterId!: string | null;

  @Column('timestamptz', { nullable: true })
  estimatedStartAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  estimatedEndAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  estimatedStartEarliestAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  estimatedStartLatestAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  estimatedEndEarliestAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  estimatedEndLatestAt!: Date | null;

  @Column('integer', { nullable: true })
  queuePosition!: number | null;

  /** Higher goes first; 0 unless staff have moved it. */
  @Column('integer')
  queuePriority!: number;

  /** Why staff have moved it; null when they have not. */
  @Column('text', { nullable: true })
  queuePriorityReason!: string | null;

  @Column('text', { nullable: true })
  waitingReason!: WaitingReason | null;

  /** Staff, not its owner, have brought the files to what they are. */
  @Column('boolean')
  filesFromStaff!: boolean;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
