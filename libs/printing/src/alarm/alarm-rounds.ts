import { Injectable } from '@nestjs/common';
import { tellStaff } from '#libs/people';
import { Clock, Database, HalfMinuteRounds, type Transaction } from '#libs/platform';
import { judgeBridge, judgePrinter, type Judgement } from '../rules/machine-alarms.js';
import { AlarmRepository, type AlarmChange, type MachineRow, type RaisedAlarm } from './alarm.repository.js';

/** Looks at every machine twice a minute: raises what is wrong with it once, and clears what is so no more. */
@Injectable()
export class AlarmRounds extends HalfMinuteRounds {
  /** What was said before that we could not hear. */
  private readonly listeningSince: Date;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly repository: AlarmRepository,
  ) {
    super();
    this.listeningSince = clock.now();
  }

  /** Two workers may find the same: the database keeps one alarm of each. */
  protected override async goRound(): Promise<void> {
    await this.sweep();
  }

  /** Looks at everything once. */
  async sweep(): Promise<void> {
    const rows = await this.repository.look();
    const found = [...this.bridgesOf(rows), ...this.printersOf(rows)];
    const raised = found.flatMap(({ alarm, judgement, isStanding }) =>
      judgement.verdict === 'raise' && !isStanding ? [raisedAlarm(alarm, judgement, this.clock.now())] : [],
    );
    const cleared = found.flatMap(({ alarm, judgement, isStanding }) =>
      judgement.verdict === 'none' && isStanding ? [alarm] : [],
    );
    if (raised.length === 0 && cleared.length === 0) return;
    await this.database.transaction(async (tx) => {
      for (const alarm of raised.length > 0 ? await this.repository.raise(tx, raised) : []) tellOf(tx, alarm);
      if (cleared.length > 0) await this.repository.clear(tx, cleared);
      for (const hub of new Set([...raised, ...cleared].map((alarm) => alarm.hub))) tx.changed(hub, 'printers');
    });
  }

  private bridgesOf(rows: readonly MachineRow[]): Found[] {
    const bridges = new Map(rows.map((row) => [row.bridgeId, row]));
    return [...bridges.values()].map((row) => {
      const judgement = judgeBridge(row.bridge, this.clock.now());
      const alarm = { ...row, kind: judgement.kind, printerId: null };
      return { alarm, judgement, isStanding: row.bridgeAlarms.includes(judgement.kind) };
    });
  }

  private printersOf(rows: readonly MachineRow[]): Found[] {
    const times = { now: this.clock.now(), listeningSince: this.listeningSince };
    return rows.flatMap((row) => {
      if (row.printerId === null) return [];
      const sight = { ...row.printer, heaters: row.heaters ?? [] };
      return judgePrinter(sight, row.bridge, times).map((judgement) => ({
        alarm: { ...row, kind: judgement.kind, bridgeId: null },
        judgement,
        isStanding: row.printerAlarms.includes(judgement.kind),
      }));
    });
  }
}

interface Found {
  alarm: AlarmChange;
  judgement: Judgement;
  isStanding: boolean;
}

function raisedAlarm({ hubId, hub, kind, bridgeId, printerId }: AlarmChange, { since, heat }: Judgement, now: Date) {
  const heater = heat?.heater ?? null;
  const celsius = heat?.celsius ?? null;
  return { hubId, hub, kind, bridgeId, printerId, since: since ?? now, heater, celsius } satisfies RaisedAlarm;
}

/** Heat is a matter of its own: no mail about anything else may keep it waiting. */
function tellOf(tx: Transaction, { hubId, kind, printerId }: Pick<RaisedAlarm, 'hubId' | 'kind' | 'printerId'>): void {
  tellStaff(tx, { hubId, topic: kind === 'too_hot' ? 'too_hot' : 'alarm', resourceId: printerId, alarm: kind });
}
