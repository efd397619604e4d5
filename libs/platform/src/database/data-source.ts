import type { DataSourceOptions } from 'typeorm';
import { Foundation1763700000000 } from './migrations/0001-foundation.js';
import { Rules1763750000000 } from './migrations/0002-rules.js';
import { BookingLife1763800000000 } from './migrations/0003-booking-life.js';
import { WaitingList1763850000000 } from './migrations/0004-waiting-list.js';
import { Series1763950000000 } from './migrations/0005-series.js';
import { Limits1764050000000 } from './migrations/0007-limits.js';
import { SecondFactors1764100000000 } from './migrations/0008-second-factors.js';
import { People1764150000000 } from './migrations/0009-people.js';
import { Privacy1764200000000 } from './migrations/0010-privacy.js';
import { Devices1764300000000 } from './migrations/0012-devices.js';
import { GuardianConsents1764350000000 } from './migrations/0013-guardian-consents.js';
import { PlainGcode1764450000000 } from './migrations/0015-plain-gcode.js';
import { WaysToSignIn1764550000000 } from './migrations/0017-ways-to-sign-in.js';
import { PickUp1764600000000 } from './migrations/0018-pick-up.js';
import { Filament1764650000000 } from './migrations/0019-filament.js';
import { BedOrigin1764700000000 } from './migrations/0020-bed-origin.js';
import { PrinterCare1764750000000 } from './migrations/0021-printer-care.js';
import { PrintReview1764800000000 } from './migrations/0022-print-review.js';
import { PrintPause1764850000000 } from './migrations/0023-print-pause.js';
import { PrintFileBesideTheSource1764900000000 } from './migrations/0024-print-file-beside-the-source.js';
import { Faults1765000000000 } from './migrations/0026-faults.js';
import { PrinterTemperatures1765050000000 } from './migrations/0027-printer-temperatures.js';
import { MachineAlarms1765100000000 } from './migrations/0028-machine-alarms.js';
import { PrinterConnections1765150000000 } from './migrations/0029-printer-connections.js';
import { Cameras1765200000000 } from './migrations/0030-cameras.js';
import { ResourcePictures1765300000000 } from './migrations/0031-resource-pictures.js';
import { QueuePriority1765400000000 } from './migrations/0032-queue-priority.js';
import { SeriesOnTheBoard1765450000000 } from './migrations/0033-series-on-the-board.js';
import { NamesOfThings1765500000000 } from './migrations/0034-names-of-things.js';
import { StaffNotifications1765550000000 } from './migrations/0035-staff-notifications.js';
import { PreparingClient } from './preparing-client.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

/** Migrations in the order in which they run; one that has landed is never edited. */
const migrations = [
  Foundation1763700000000,
  Rules1763750000000,
  BookingLife1763800000000,
  WaitingList1763850000000,
  Series1763950000000,
  Limits1764050000000,
  SecondFactors1764100000000,
  People1764150000000,
  Privacy1764200000000,
  Devices1764300000000,
  GuardianConsents1764350000000,
  PlainGcode1764450000000,
  WaysToSignIn1764550000000,
  PickUp1764600000000,
  Filament1764650000000,
  BedOrigin1764700000000,
  PrinterCare1764750000000,
  PrintReview1764800000000,
  PrintPause1764850000000,
  PrintFileBesideTheSource1764900000000,
  Faults1765000000000,
  PrinterTemperatures1765050000000,
  MachineAlarms1765100000000,
  PrinterConnections1765150000000,
  Cameras1765200000000,
  ResourcePictures1765300000000,
  QueuePriority1765400000000,
  SeriesOnTheBoard1765450000000,
  NamesOfThings1765500000000,
  StaffNotifications1765550000000,
];

/** A class with TypeORM's decorators. */
export type EntityClass = new () => object;

/**
 * How every process reaches PostgreSQL.
 * @param url `postgres://…`
 * @param options.entities classes whose tables are read and written by key
 * @param options.poolSize connections kept at most
 */
export function dataSourceOptions(
  url: string,
  { entities = [], poolSize = 4 }: { entities?: readonly EntityClass[]; poolSize?: number } = {},
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    extra: { Client: PreparingClient },
    entities: [...entities],
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    // Ids come from uuidv7() in the database; TypeORM must not install extensions of its own.
    installExtensions: false,
    applicationName: 'digikeskus',
  };
}
