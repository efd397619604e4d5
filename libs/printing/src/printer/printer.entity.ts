import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlateState, PrinterState, PrinterStatus, PrinterTemperature } from '#libs/contracts';
import type { BedOrigin } from '../rules/plate.js';

/** What a resource of the category `printer` is as a machine, and what was last seen of it. */
@Entity()
export class Printer {
  @PrimaryColumn('uuid')
  resourceId!: string;

  @Column('uuid')
  bridgeId!: string;

  @Column('text')
  model!: string;

  @Column('real')
  bedXMillimetres!: number;

  @Column('real')
  bedYMillimetres!: number;

  @Column('real')
  bedZMillimetres!: number;

  @Column('text')
  bedOrigin!: BedOrigin;

  @Column('real')
  nozzleDiameterMillimetres!: number;

  @Column('real')
  maxNozzleCelsius!: number;

  @Column('real')
  maxBedCelsius!: number;

  @Column('text', { nullable: true })
  loadedMaterial!: string | null;

  /** Somebody took the filament out, and has put nothing in. */
  @Column('boolean')
  isUnloaded!: boolean;

  /** Of what an administrator says about the machine; what is seen of it does not count. */
  @Column('integer')
  factsVersion!: number;

  /** Whether it may print while the hub is closed. */
  @Column('boolean')
  unattendedAllowed!: boolean;

  /** Whether its bridge can be asked for a picture of it. */
  @Column('boolean')
  hasCamera!: boolean;

  @Column('text')
  state!: PrinterState;

  @Column('jsonb', { nullable: true })
  reason!: PrinterStatus['reason'];

  @Column('text')
  plate!: PlateState;

  @Column('boolean')
  localPrint!: boolean;

  @Column('timestamptz', { nullable: true })
  observedAt!: Date | null;

  /** When its last snapshot came, by our own clock. */
  @Column('timestamptz', { nullable: true })
  heardAt!: Date | null;

  /** Since when it has been in its state. */
  @Column('timestamptz', { nullable: true })
  stateSince!: Date | null;

  /** Of whatever prints on it, 0–1. */
  @Column('real', { nullable: true })
  progress!: number | null;

  /** When its state or its progress last became another. */
  @Column('timestamptz', { nullable: true })
  progressedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  temperatures!: Pick<PrinterTemperature, 'nozzle' | 'nozzleTarget' | 'bed' | 'bedTarget'> | null;

  @Column('bigint', { nullable: true })
  statusSession!: string | null;

  @Column('bigint', { nullable: true })
  statusSeq!: string | null;

  @Column('bigint', { nullable: true })
  eventSession!: string | null;

  @Column('bigint', { nullable: true })
  eventSeq!: string | null;
}
