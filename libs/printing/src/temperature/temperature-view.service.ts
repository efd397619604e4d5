import { Injectable } from '@nestjs/common';
import type { PrinterTemperatures, TemperatureQuery } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { Clock, Problem } from '#libs/platform';
import { lookForStaff } from '../printer/find-for-staff.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { stepSeconds } from '../rules/temperature-bucket.js';
import { TemperatureRepository, type TemperatureRow } from './temperature.repository.js';

const usualSpanMs = 2 * 3600_000;

/** How warm a printer has been: for staff, and for whoever's print is on it, from its start on. */
@Injectable()
export class TemperatureViewService {
  constructor(
    private readonly clock: Clock,
    private readonly printers: PrinterRepository,
    private readonly repository: TemperatureRepository,
  ) {}

  /** @throws Problem `not_found` */
  async show(viewer: Viewer, idOrSlug: string, query: TemperatureQuery): Promise<PrinterTemperatures> {
    const seen = await this.find(viewer, idOrSlug);
    const to = query.to === undefined ? this.clock.now() : new Date(query.to);
    const asked = query.from === undefined ? new Date(to.getTime() - usualSpanMs) : new Date(query.from);
    const from = asked < seen.since ? seen.since : asked;
    const step = stepSeconds(to.getTime() - from.getTime());
    const rows = await this.repository.series(seen.printerId, { from, to, stepSeconds: step });
    return { from: from.toISOString(), to: to.toISOString(), stepSeconds: step, points: rows.map(pointOf) };
  }

  /** Which printer is meant, and from when on it may be seen. */
  private async find(viewer: Viewer, idOrSlug: string): Promise<{ printerId: string; since: Date }> {
    const printer = await lookForStaff(this.printers, viewer, idOrSlug);
    if (printer !== undefined) return { printerId: printer.id, since: new Date(0) };
    const own = await this.repository.ownPrintSince(idOrSlug, viewer.accountId);
    if (own === undefined) throw new Problem('not_found');
    return own;
  }
}

function pointOf({ at, ...celsius }: TemperatureRow): PrinterTemperatures['points'][number] {
  const rounded = Object.entries(celsius).map(([name, value]) => [name, Math.round(value * 10) / 10]);
  return { at: at.toISOString(), ...(Object.fromEntries(rounded) as typeof celsius) };
}
