import { Injectable } from '@nestjs/common';
import { Clock, enqueueMail, type MailRequest, type Transaction } from '#libs/platform';
import { pickUpTimes } from '../rules/pick-up-times.js';
import { PickUpRepository, type ShelvedPart } from './pick-up.repository.js';

/** Puts finished parts on the shelf and reminds their owners. */
@Injectable()
export class ShelfService {
  constructor(
    private readonly clock: Clock,
    private readonly pickUps: PickUpRepository,
  ) {}

  /** Gives a part that was taken off a plate its place, and tells its owner; once, however often it is asked. */
  async shelve(tx: Transaction, printJobId: string): Promise<void> {
    const readyAt = this.clock.now();
    const part = await this.pickUps.shelve(tx, { printJobId, readyAt, ...pickUpTimes(readyAt) });
    if (part !== undefined) write(tx, 'printReady', part);
  }

  /** Writes to everybody whose reminder is due. */
  async remind(tx: Transaction): Promise<void> {
    for (const part of await this.pickUps.takeDue(tx, this.clock.now())) write(tx, 'printWaits', part);
  }
}

function write(tx: Transaction, template: MailRequest['template'], part: ShelvedPart): void {
  const { email: to, locale, fileName, shelfCode, hubName: hub, disposeAt, timeZone } = part;
  const until = { startsAt: disposeAt.toISOString(), timeZone };
  enqueueMail(tx, { to, locale, template, params: { fileName, shelfCode, hub, until } });
}
