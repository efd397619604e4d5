import { Injectable } from '@nestjs/common';
import type {
  BridgeSummary,
  ConnectionSettings,
  Diagnosis,
  PrinterDiagnosis,
  PrinterSecrets,
  SetUpPrinter,
} from '#libs/contracts';
import { Clock, Database, Sealing, type Transaction } from '#libs/platform';
import type { BridgeAddress } from '../bridge/bridge.repository.js';
import type { PrinterAddress } from '../printer/printer.repository.js';
import type { KnownConnection } from '../rules/kept-secrets.js';

const sealedFor = 'printer-connection';

/** Everything about how a printer is set up, but for its secrets. */
export interface SetupRow {
  machine: SetUpPrinter['machine'];
  bridge: { slug: string; isOnline: boolean };
  settings: ConnectionSettings | null;
  hasSecrets: boolean;
  isBeingTested: boolean;
  answeredAt: Date | null;
  diagnosis: Omit<Diagnosis, 'at'> | null;
}

interface ConnectionRow {
  printerId: string;
  slug: string;
  model: string;
  settings: ConnectionSettings;
  sealed: Buffer | null;
}

/** How bridges reach the printers that were set up on the staff's pages. The only place that opens their secrets. */
@Injectable()
export class PrinterSetupRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async bridges(hubId: string): Promise<BridgeSummary[]> {
    const rows = await this.database.query<Omit<BridgeSummary, 'seenAt'> & { seenAt: Date | null }>(
      `SELECT slug, online AS "isOnline", seen_at AS "seenAt", version FROM bridge
       WHERE hub_id = $1 AND revoked_at IS NULL ORDER BY slug`,
      [hubId],
    );
    return rows.map(({ seenAt, ...bridge }) => ({ ...bridge, seenAt: seenAt?.toISOString() ?? null }));
  }

  async findBridge(hubId: string, slug: string): Promise<string | undefined> {
    const [bridge] = await this.database.query<{ id: string }>(
      `SELECT id FROM bridge WHERE hub_id = $1 AND slug = $2 AND revoked_at IS NULL`,
      [hubId, slug],
    );
    return bridge?.id;
  }

  /** A resource of the hub by its slug, whether it is a printer yet or not. */
  async findResource(hubId: string, slug: string): Promise<{ id: string; isPrinter: boolean } | undefined> {
    const [resource] = await this.database.query<{ id: string; isPrinter: boolean }>(
      `SELECT id, category = 'printer' AS "isPrinter" FROM resource WHERE hub_id = $1 AND slug = $2`,
      [hubId, slug],
    );
    return resource;
  }

  async show(printerId: string): Promise<SetupRow | undefined> {
    const [row] = await this.database.query<SetupRow>(
      `SELECT jsonb_build_object('model', p.model,
           'bed', jsonb_build_object('x', p.bed_x_millimetres, 'y', p.bed_y_millimetres, 'z', p.bed_z_millimetres),
           'nozzleDiameterMillimetres', p.nozzle_diameter_millimetres, 'maxNozzleCelsius', p.max_nozzle_celsius,
           'maxBedCelsius', p.max_bed_celsius, 'unattendedAllowed', p.unattended_allowed) AS machine,
         jsonb_build_object('slug', b.slug, 'isOnline', b.online) AS bridge,
         c.settings, c.sealed_secrets IS NOT NULL AS "hasSecrets",
         t.answered_at IS NULL AND coalesce(t.asked_at > $2::timestamptz - interval '1 minute', false) AS "isBeingTested",
         t.answered_at AS "answeredAt", t.diagnosis
       FROM printer p JOIN bridge b ON b.id = p.bridge_id
       LEFT JOIN printer_connection c ON c.printer_id = p.resource_id
       LEFT JOIN printer_test t ON t.printer_id = p.resource_id
       WHERE p.resource_id = $1`,
      [printerId, this.clock.now()],
    );
    return row;
  }

  async findConnection(tx: Transaction, printerId: string): Promise<KnownConnection | undefined> {
    const [row] = await tx.query<Pick<ConnectionRow, 'settings' | 'sealed'>>(
      `SELECT settings, sealed_secrets AS sealed FROM printer_connection WHERE printer_id = $1 FOR UPDATE`,
      [printerId],
    );
    return row && { settings: row.settings, secrets: this.open(printerId, row.sealed) };
  }

  /** @returns the bridges that must be told: the printer's own, and the one that it was at before */
  async saveMachine(tx: Transaction, of: { printerId: string; bridgeId: string }, machine: SetUpPrinter['machine']) {
    const { model, bed, nozzleDiameterMillimetres, maxNozzleCelsius, maxBedCelsius, unattendedAllowed } = machine;
    const [before] = await tx.query<{ bridgeId: string }>(
      `SELECT bridge_id AS "bridgeId" FROM printer WHERE resource_id = $1 FOR UPDATE`,
      [of.printerId],
    );
    await tx.query(
      `INSERT INTO printer (resource_id, bridge_id, model, bed_x_millimetres, bed_y_millimetres, bed_z_millimetres,
         nozzle_diameter_millimetres, max_nozzle_celsius, max_bed_celsius, unattended_allowed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (resource_id) DO UPDATE SET bridge_id = excluded.bridge_id, model = excluded.model,
         bed_x_millimetres = excluded.bed_x_millimetres, bed_y_millimetres = excluded.bed_y_millimetres,
         bed_z_millimetres = excluded.bed_z_millimetres,
         nozzle_diameter_millimetres = excluded.nozzle_diameter_millimetres,
         max_nozzle_celsius = excluded.max_nozzle_celsius, max_bed_celsius = excluded.max_bed_celsius,
         unattended_allowed = excluded.unattended_allowed`,
      [
        of.printerId,
        of.bridgeId,
        model,
        bed.x,
        bed.y,
        bed.z,
        nozzleDiameterMillimetres,
        maxNozzleCelsius,
        maxBedCelsius,
        unattendedAllowed,
      ],
    );
    return [...new Set([of.bridgeId, before?.bridgeId ?? of.bridgeId])];
  }

  async saveConnection(
    tx: Transaction,
    printerId: string,
    { settings, secrets }: { settings: ConnectionSettings; secrets: PrinterSecrets | null },
  ): Promise<void> {
    const plain = secrets && Buffer.from(JSON.stringify(secrets));
    await tx.query(
      `INSERT INTO printer_connection (printer_id, settings, sealed_secrets, changed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (printer_id) DO UPDATE SET settings = excluded.settings, sealed_secrets = excluded.sealed_secrets,
         changed_at = excluded.changed_at`,
      [printerId, JSON.stringify(settings), plain && this.sealing.seal(sealedFor, printerId, plain), this.clock.now()],
    );
    await tx.query(`DELETE FROM printer_test WHERE printer_id = $1`, [printerId]);
  }

  /** Nobody speaks with the printer any more, so nothing is known of it. @returns its bridge, if it had a connection */
  async forgetConnection(tx: Transaction, printerId: string): Promise<string | undefined> {
    const [gone] = await tx.query<{ bridgeId: string }>(
      `WITH gone AS (DELETE FROM printer_connection WHERE printer_id = $1 RETURNING printer_id)
       UPDATE printer p SET state = 'unknown', state_since = $2, heard_at = NULL, temperatures = NULL
       FROM gone WHERE p.resource_id = gone.printer_id RETURNING p.bridge_id AS "bridgeId"`,
      [printerId, this.clock.now()],
    );
    return gone?.bridgeId;
  }

  /** What a bridge must know of its printers, secrets and all. */
  async connectionsOf(hubId: string, bridge: string): Promise<(Record<string, unknown> & { slug: string })[]> {
    const rows = await this.database.query<ConnectionRow>(
      `SELECT c.printer_id AS "printerId", r.slug, p.model, c.settings, c.sealed_secrets AS sealed
       FROM printer_connection c JOIN printer p ON p.resource_id = c.printer_id
       JOIN resource r ON r.id = p.resource_id JOIN bridge b ON b.id = p.bridge_id
       WHERE b.hub_id = $1 AND b.slug = $2 AND r.retired_at IS NULL ORDER BY r.slug`,
      [hubId, bridge],
    );
    return rows.map(({ printerId, slug, model, settings, sealed }) => ({
      slug,
      model,
      ...settings,
      ...this.open(printerId, sealed),
    }));
  }

  async askTest(tx: Transaction, printerId: string, commandId: string): Promise<void> {
    await tx.query(
      `INSERT INTO printer_test (printer_id, command_id, asked_at) VALUES ($1, $2, $3)
       ON CONFLICT (printer_id) DO UPDATE SET command_id = excluded.command_id, asked_at = excluded.asked_at,
         answered_at = NULL, diagnosis = NULL`,
      [printerId, commandId, this.clock.now()],
    );
  }

  /** @returns whether it answers what was asked last */
  async noteDiagnosis(tx: Transaction, address: PrinterAddress, found: PrinterDiagnosis): Promise<boolean> {
    const { cmdId, reach, credentials, read, control, remark } = found;
    const diagnosis = JSON.stringify({ reach, credentials, read, control, remark });
    const answered = await tx.query(
      `UPDATE printer_test t SET answered_at = $5, diagnosis = $6
       FROM printer p JOIN resource r ON r.id = p.resource_id JOIN bridge b ON b.id = p.bridge_id
       JOIN hub h ON h.id = b.hub_id
       WHERE t.printer_id = p.resource_id AND t.command_id = $4 AND h.slug = $1 AND b.slug = $2 AND r.slug = $3
         AND b.revoked_at IS NULL RETURNING 1`,
      [address.hub, address.bridge, address.printer, cmdId, this.clock.now(), diagnosis],
    );
    return answered.length > 0;
  }

  /** Where a bridge listens; undefined once its pairing was removed. */
  async addressOf(bridgeId: string): Promise<BridgeAddress | undefined> {
    const [address] = await this.database.query<BridgeAddress>(
      `SELECT h.slug AS hub, b.slug AS bridge FROM bridge b JOIN hub h ON h.id = b.hub_id
       WHERE b.id = $1 AND b.revoked_at IS NULL`,
      [bridgeId],
    );
    return address;
  }

  private open(printerId: string, sealed: Buffer | null): PrinterSecrets | null {
    return sealed && (JSON.parse(this.sealing.open(sealedFor, printerId, sealed).toString()) as PrinterSecrets);
  }
}
