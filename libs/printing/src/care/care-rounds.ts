import { Injectable } from '@nestjs/common';
import { OutOfOrderService } from '#libs/booking';
import { HalfMinuteRounds } from '#libs/platform';
import { CareRepository } from './care.repository.js';

/** Puts printers out of order whose care cannot wait. What is on one goes on; nothing new is started. */
@Injectable()
export class CareRounds extends HalfMinuteRounds {
  constructor(
    private readonly repository: CareRepository,
    private readonly order: OutOfOrderService,
  ) {
    super();
  }

  /** Two workers may find the same task: it is put out of order twice, in the same words. */
  protected override async goRound(): Promise<void> {
    await this.stopDue();
  }

  /** Looks at every printer once. */
  async stopDue(): Promise<void> {
    for (const { id, name, hubId, printerId } of await this.repository.stopping()) {
      const alongside = (tx: Parameters<CareRepository['noteStopped']>[0]) => this.repository.noteStopped(tx, id);
      await this.order.stop({ hub: hubId, resource: printerId }, { reason: name, alongside });
    }
  }
}
