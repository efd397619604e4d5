import { Injectable } from '@nestjs/common';
import type { Alarm, AlarmKind, Heater, Locale } from '#libs/contracts';
import { Clock, Database, keptSince, retentionBatch, type Transaction } from '#libs/platform';
import type { HeaterSight } from '../rules/heater-alarm.js';
import type { BridgeSight, PrinterSight } from '../rules/machine-alarms.js';

/** A bridge with one of its printers, or with none; and which alarms of either stand. */
export interface MachineRow {
  hubId: string;
  hub: string;
  bridgeId: string;
  bridge: BridgeSight;
  printerId: string | null;
  printer: Omit<PrinterSight, 'heaters'>;
  heaters: HeaterSight[] | null;
  bridgeAlarms: AlarmKind[];
  printerAlarms: AlarmKind[];
}

/** What a sweep has found to be so, or no longer so. */
export interface AlarmChange {
  hubId: string;
  hub: string;
  kind: AlarmKind;
  bridgeId: string | null;
  printerId: string | null;
}

export interface RaisedAlarm extends AlarmChange {
  since: Date;
  heater: Heater | null;
  celsius: number | null;
}

const windowMinutes = 2;

const openSql = (column: string, id: string) =>
  `ARRAY(SELECT a.kind FROM machine_alarm a WHERE a.${column} = ${id} AND a.cleared_at IS NULL)`;

const heaterSql = (heater: Heater) => `jsonb_build_object('heater', '${heater}',
  'seconds', extract(epoch FROM max(w.at) - min(w.at)),
  'first', (array_agg(w.${heater} ORDER BY w.at))[1], 'last', (array_agg(w.${heater} ORDER BY w.at DESC))[1],
  'lowest', min(w.${heater}_min), 'highest', max(w.${heater}_max),
  'lowestTarget', min(w.${heater}_target), 'highestTarget', max(w.${heater}_target),
  'max', p.max_${heater}_celsius)`;

/** What is wrong with machines. */
@Injectable()
export class AlarmRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Everything that there is to judge, of all hubs. One query. */
  async look(): Promise<MachineRow[]> {
    const rows = await this.database.query<MachineRow & BridgeSight & Omit<PrinterSight, 'heaters'>>(
      `SELECT h.id AS "hubId", h.slug AS hub, b.id AS "bridgeId", b.online, b.seen_at AS "seenAt",
         b.revoked_at IS NOT NULL AS "isRevoked", p.resource_id AS "printerId",
         r.retired_at IS NOT NULL
           OR r.out_of_order_reason IS NOT NULL AND coalesce(r.out_of_order_until > $1, true) AS "isResting",
         p.state, p.state_since AS "stateSince", p.heard_at AS "heardAt", p.progressed_at AS "progressedAt",
         extract(epoch FROM coalesce(t.estimated_end_at - t.started_at, l.estimated_end_at - l.started_at))::float8
           AS "expectedSeconds",
         warm.heaters, ${openSql('bridge_id', 'b.id')} AS "bridgeAlarms",
         ${openSql('printer_id', 'p.resource_id')} AS "printerAlarms"
       FROM bridge b JOIN hub h ON h.id = b.hub_id
       LEFT JOIN printer p ON p.bridge_id = b.id
       LEFT JOIN resource r ON r.id = p.resource_id
       LEFT JOIN print_attempt t ON t.printer_id = p.resource_id
         AND t.status IN ('dispatching', 'printing', 'paused', 'attention', 'cancelling', 'unknown')
       LEFT JOIN local_print l ON l.printer_id = p.resource_id AND l.ended_at IS NULL
       LEFT JOIN LATERAL (
         SELECT jsonb_build_array(${heaterSql('nozzle')}, ${heaterSql('bed')}) AS heaters
         FROM printer_temperature w
         WHERE w.printer_id = p.resource_id AND w.at > $1::timestamptz - make_interval(mins => $2)
         HAVING count(*) > 0) warm ON true
       ORDER BY b.id, p.resource_id`,
      [this.clock.now(), windowMinutes],
    );
    return rows.map((row) => ({ ...row, bridge: row, printer: row }));
  }

  /** Raises what does not stand yet. @returns what was raised, which another worker may have been faster to do */
  async raise(
    tx: Transaction,
    alarms: readonly RaisedAlarm[],
  ): Promise<Pick<RaisedAlarm, 'hubId' | 'kind' | 'printerId'>[]> {
    return tx.query(
      `INSERT INTO machine_alarm (hub_id, kind, bridge_id, printer_id, since, raised_at, heater, celsius)
       SELECT "hubId", kind, "bridgeId", "printerId", since, $2, heater, celsius
       FROM jsonb_to_recordset($1) AS a("hubId" uuid, kind text, "bridgeId" uuid, "printerId" uuid,
         since timestamptz, heater text, celsius real)
       ON CONFLICT DO NOTHING RETURNING hub_id AS "hubId", kind, printer_id AS "printerId"`,
      [JSON.stringify(alarms), this.clock.now()],
    );
  }

  async clear(tx: Transaction, alarms: readonly AlarmChange[]): Promise<void> {
    await tx.query(
      `UPDATE machine_alarm m SET cleared_at = $2
       FROM jsonb_to_recordset($1) AS a(kind text, "bridgeId" uuid, "printerId" uuid)
       WHERE m.cleared_at IS NULL AND m.kind = a.kind
         AND coalesce(m.printer_id, m.bridge_id) = coalesce(a."printerId", a."bridgeId")`,
      [JSON.stringify(alarms), this.clock.now()],
    );
  }

  /** What stands in a hub, the oldest first. */
  async standing(hubId: string, locale: Locale): Promise<Alarm[]> {
    const rows = await this.database.query<Omit<Alarm, 'since'> & { since: Date }>(
      `SELECT a.id, a.kind, b.slug AS bridge, a.since,
         CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('slug', r.slug, 'name', r.name ->> $2) END AS printer,
         CASE WHEN a.heater IS NOT NULL THEN jsonb_build_object('heater', a.heater, 'celsius', a.celsius) END AS heat
       FROM machine_alarm a
       LEFT JOIN printer p ON p.resource_id = a.printer_id
       LEFT JOIN resource r ON r.id = p.resource_id
       JOIN bridge b ON b.id = coalesce(a.bridge_id, p.bridge_id)
       WHERE a.hub_id = $1 AND a.cleared_at IS NULL ORDER BY a.raised_at, a.id`,
      [hubId, locale],
    );
    return rows.map(({ since, ...alarm }) => ({ ...alarm, since: since.toISOString() }));
  }

  /** @returns whether there may be more */
  async expire(now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `DELETE FROM machine_alarm WHERE id IN (SELECT id FROM machine_alarm WHERE cleared_at < $1 LIMIT $2) RETURNING 1`,
      [keptSince('machineAlarm', now), retentionBatch],
    );
    return rows.length === retentionBatch;
  }
}
