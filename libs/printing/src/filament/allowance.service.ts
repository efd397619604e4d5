import { Injectable } from '@nestjs/common';
import type { Allowance } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { Clock, Database, Problem, type Transaction } from '#libs/platform';
import { AllowanceRepository, type PersonOfHub } from './allowance.repository.js';
import { FilamentRulesRepository } from './filament-rules.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { leftOf, monthOf } from '../rules/allowance.js';

/** A print that wants its place in somebody's month. */
export interface PrintToAllow extends PersonOfHub {
  /** Not counted twice when it is known already. */
  id?: string;
  /** Null when its file does not say. */
  grams: number | null;
}

/** How much filament people may print in a month. Whoever works in the hub may print what they like there. */
@Injectable()
export class AllowanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly printers: PrinterRepository,
    private readonly rules: FilamentRulesRepository,
    private readonly people: AllowanceRepository,
  ) {}

  /** @throws Problem `not_found` when there is no such hub */
  async show(hubName: string, { accountId }: Viewer): Promise<Allowance> {
    const hub = await this.printers.findHub(hubName);
    if (hub === undefined) throw new Problem('not_found');
    const { allowanceGrams } = await this.rules.of(this.database, hub.id);
    const month = monthOf(this.clock.now(), await this.people.timeZone(this.database, hub.id));
    const standing = await this.people.standing(this.database, { accountId, hubId: hub.id, month });
    const leftGrams = leftOf(allowanceGrams, standing);
    return { allowanceGrams, ...standing, leftGrams, renewsAt: month.to.toISOString() };
  }

  /**
   * Whether a print fits into what is left of its owner's month; one whose weight is not known fits as long as anything
   * is left. Until the transaction ends nobody else adds to that month.
   */
  async fits(tx: Transaction, { id, grams, accountId, hubId }: PrintToAllow): Promise<boolean> {
    const { allowanceGrams } = await this.rules.of(tx, hubId);
    if (allowanceGrams === null || (await this.people.isStaff(tx, { accountId, hubId }))) return true;
    await this.people.lock(tx, { accountId, hubId });
    const month = monthOf(this.clock.now(), await this.people.timeZone(tx, hubId));
    const except = id === undefined ? {} : { except: id };
    const standing = await this.people.standing(tx, { accountId, hubId, month, ...except });
    const left = leftOf(allowanceGrams, standing) ?? Infinity;
    return grams === null ? left > 0 : grams <= left;
  }

  /** @throws Problem `print.limit_reached` when it does not fit */
  async assertFits(tx: Transaction, print: PrintToAllow): Promise<void> {
    if (!(await this.fits(tx, print))) throw new Problem('print.limit_reached');
  }
}
