import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ResourceSetup, type Asking } from '#libs/booking';
import type { BridgePrinters, BridgeSummary, PrinterSetup, SetUpPrinter } from '#libs/contracts';
import { isAdminOf, type CurrentDevice, type Viewer } from '#libs/people';
import { Database, Problem, type Transaction } from '#libs/platform';
import { findForStaff, findHubForStaff } from '../printer/find-for-staff.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { secretsOf } from '../rules/kept-secrets.js';
import { PrinterSetupRepository } from './printer-setup.repository.js';

/** A printer by its hub and its name there. */
export interface PrinterPlace {
  hub: string;
  printer: string;
}

/** Printers are added to bridges, changed, looked at and taken off, without anybody going to the bridge. */
@Injectable()
export class PrinterSetupService {
  constructor(
    private readonly database: Database,
    private readonly printers: PrinterRepository,
    private readonly resources: ResourceSetup,
    private readonly repository: PrinterSetupRepository,
  ) {}

  /** @throws Problem `not_found`, `auth.forbidden` */
  async bridges(hubName: string, viewer: Viewer): Promise<BridgeSummary[]> {
    const { id } = await findHubForStaff(this.printers, viewer, hubName);
    return this.repository.bridges(id);
  }

  /** @throws Problem `not_found` */
  async show(viewer: Viewer, idOrSlug: string): Promise<PrinterSetup> {
    const { id } = await findForStaff(this.printers, viewer, idOrSlug);
    const row = await this.repository.show(id);
    if (row === undefined) throw new Problem('not_found');
    const { settings, diagnosis, answeredAt, ...setup } = row;
    const at = answeredAt?.toISOString();
    return { ...setup, connection: settings, diagnosis: diagnosis && at ? { ...diagnosis, at } : null };
  }

  /**
   * Adds a printer to a bridge, or changes it; its bridge reads its printers anew.
   * @throws Problem `not_found` also for an unknown bridge, `auth.forbidden`, `place.exists` when something else has the
   *   name, `printer.secret_needed`
   */
  async setUp(place: PrinterPlace, wanted: SetUpPrinter, asking: Asking): Promise<void> {
    const hub = await this.hubOf(place.hub, asking.viewer);
    const bridgeId = await this.repository.findBridge(hub.id, wanted.bridge);
    if (bridgeId === undefined) throw new Problem('not_found');
    // Before anything is made: what is refused leaves nothing behind.
    if (secretsOf(undefined, wanted.connection, wanted.secrets) === 'needed') await this.assertKnown(hub.id, place);
    const printerId = await this.resourceOf(hub, place, { name: wanted.name, asking });
    await this.database.transaction(async (tx) => {
      const before = await this.repository.findConnection(tx, printerId);
      const secrets = secretsOf(before, wanted.connection, wanted.secrets);
      if (secrets === 'needed') throw new Problem('printer.secret_needed');
      const bridges = await this.repository.saveMachine(tx, { printerId, bridgeId }, wanted.machine);
      await this.repository.saveConnection(tx, printerId, { settings: wanted.connection, secrets });
      const { adapter } = wanted.connection;
      record(tx, { viewer: asking.viewer, hub, printerId, action: 'printer.connect', details: { adapter } });
      for (const id of bridges) tx.enqueue('bridge.command', { type: 'reload', bridgeId: id });
      tx.enqueue('print.plan', { hubId: hub.id });
    });
  }

  /**
   * Takes a printer off its bridge; its past, and its place in the hub, stay.
   * @throws Problem `not_found` also for a printer that is written in its bridge's own file, `auth.forbidden`
   */
  async takeOff(place: PrinterPlace, viewer: Viewer): Promise<void> {
    const hub = await this.hubOf(place.hub, viewer);
    const printer = await this.repository.findResource(hub.id, place.printer);
    if (printer === undefined) throw new Problem('not_found');
    await this.database.transaction(async (tx) => {
      const bridgeId = await this.repository.forgetConnection(tx, printer.id);
      if (bridgeId === undefined) throw new Problem('not_found');
      record(tx, { viewer, hub, printerId: printer.id, action: 'printer.disconnect' });
      tx.enqueue('bridge.command', { type: 'reload', bridgeId });
      tx.enqueue('print.plan', { hubId: hub.id });
    });
  }

  /**
   * Has the bridge look at a printer without touching it; what it finds is seen in the printer's set-up a moment later.
   * @throws Problem `not_found`, `printer.unreachable` while its bridge is away
   */
  async test(viewer: Viewer, idOrSlug: string): Promise<void> {
    const { id, hub } = await findForStaff(this.printers, viewer, idOrSlug);
    const line = await this.printers.lineOf(id);
    if (line?.isOnline !== true) throw new Problem('printer.unreachable');
    const commandId = randomUUID();
    await this.database.transaction(async (tx) => {
      await this.repository.askTest(tx, id, commandId);
      tx.enqueue('bridge.command', { type: 'examine', printerId: id, commandId });
      tx.changed(hub, 'printers');
    });
  }

  /** What a bridge asks for; a screen has no printers. @throws Problem `auth.forbidden` */
  async printersOf({ hubId, bridge }: CurrentDevice): Promise<BridgePrinters> {
    if (bridge === null) throw new Problem('auth.forbidden');
    const connections = await this.repository.connectionsOf(hubId, bridge);
    return { printers: connections as BridgePrinters['printers'] };
  }

  private async hubOf(name: string, viewer: Viewer): Promise<{ id: string; slug: string }> {
    const hub = await findHubForStaff(this.printers, viewer, name);
    if (!isAdminOf(viewer, hub.id)) throw new Problem('auth.forbidden');
    return hub;
  }

  private async assertKnown(hubId: string, { printer }: PrinterPlace): Promise<void> {
    if ((await this.repository.findResource(hubId, printer)) === undefined) throw new Problem('printer.secret_needed');
  }

  /** The printer's place in the hub, made when there is none. */
  private async resourceOf(
    hub: { id: string; slug: string },
    { printer: slug }: PrinterPlace,
    { name = slug, asking }: { name: string | undefined; asking: Asking },
  ): Promise<string> {
    const known = await this.repository.findResource(hub.id, slug);
    if (known?.isPrinter === false) throw new Problem('place.exists');
    if (known !== undefined) return known.id;
    const names = { fi: name, sv: name, en: name };
    const common = { description: {}, category: 'printer', pool: null, parent: null, bookable: true } as const;
    return (await this.resources.create(hub.id, { slug, name: names, ...common }, asking)).id;
  }
}

function record(
  tx: Transaction,
  done: {
    viewer: Viewer;
    hub: { id: string; slug: string };
    printerId: string;
    action: 'printer.connect' | 'printer.disconnect';
    details?: Record<string, unknown>;
  },
): void {
  const { viewer, hub, printerId, ...rest } = done;
  tx.record({ accountId: viewer.accountId, subjectType: 'printer', subjectId: printerId, hubId: hub.id, ...rest });
  tx.changed(hub.slug, 'printers', 'board');
}
