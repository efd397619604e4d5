import { Injectable } from '@nestjs/common';
import type { JobPayload } from '#libs/contracts';
import { Clock, Database, HandlesJob, type Transaction } from '#libs/platform';
import { planningHorizonMs } from '../calendar/planning-horizon.js';
import { takeTurn } from '../calendar/hub-gate.js';
import type { Place } from '../hub/place.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { overlaps, type Interval } from '../rules/interval.js';
import { WaitingEntryRepository, type WaitingPerson } from './waiting-entry.repository.js';
import { WaitingOffers } from './waiting-offers.service.js';
import { waitingTarget } from './waiting-target.js';

/** Whoever was in the way of an offer has committed by then. */
const secondTryMs = 10_000;

/** A stretch of a resource that nobody occupies any more. */
export interface FreedSlot extends Interval {
  readonly hubId: string;
  readonly resourceId: string;
}

/** Offers what has just become free to those who wait for it. */
@Injectable()
export class FreedSlots {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly entries: WaitingEntryRepository,
    private readonly offers: WaitingOffers,
  ) {}

  /**
   * Called in the very transaction that frees the slots, after they are free: whoever is first in line, and whose wish
   * fits, holds one before anybody else can book it. The last thing that the transaction does with the calendar.
   * @param freed what a cancelled, released, shortened or moved booking, or a lifted closure, no longer occupies
   */
  async offer(tx: Transaction, freed: readonly FreedSlot[]): Promise<void> {
    const now = this.clock.now().getTime();
    const ahead = freed.filter((slot) => slot.end > now);
    for (const hubId of [...new Set(ahead.map((slot) => slot.hubId))].toSorted()) {
      await this.serve(tx, hubId, (place, entry) => {
        const wanted = { start: entry.wantedFrom.getTime(), end: entry.wantedTo.getTime() };
        const ids = new Set(idsOf(place, entry));
        return ahead.some((slot) => ids.has(slot.resourceId) && overlaps(slot, wanted));
      });
    }
  }

  /**
   * The same when anything of a hub may have become free, because its rules or hours are others now. The last thing that
   * the transaction does with the calendar.
   */
  async offerAny(tx: Transaction, hubId: string): Promise<void> {
    await this.serve(tx, hubId, () => true);
  }

  /** Offers somebody who has just come what is free already. */
  async offerTo(tx: Transaction, hubId: string, entryId: string): Promise<void> {
    await this.serve(tx, hubId, (_place, entry) => entry.id === entryId);
  }

  /** Makes up for offers that had to give way to somebody. */
  @HandlesJob('waiting.serve')
  async serveAll({ hubId }: JobPayload<'waiting.serve'>): Promise<void> {
    await this.database.transaction((tx) => this.offerAny(tx, hubId));
  }

  private async serve(
    tx: Transaction,
    hubId: string,
    mayFit: (place: Place, entry: WaitingPerson) => boolean,
  ): Promise<void> {
    await takeTurn(tx, hubId);
    const now = this.clock.now();
    const to = new Date(now.getTime() + planningHorizonMs);
    const line = await this.entries.inLine(tx, { hubId, from: now, to });
    if (line.length === 0) return;
    const place = await this.places.place(hubId, tx);
    const served = line.filter((entry) => mayFit(place, entry));
    const round = { place, range: hullOf(served, now), known: new Map() };
    let gaveWay = false;
    for (const entry of served) {
      if ((await this.offers.offer(tx, round, entry)) === 'gave_way') gaveWay = true;
    }
    if (gaveWay) tx.enqueue('waiting.serve', { hubId }, { runAt: new Date(now.getTime() + secondTryMs) });
  }
}

function idsOf(place: Place, entry: WaitingPerson): string[] {
  return waitingTarget(place, entry).options.flatMap((option) => option.occupied.map((part) => part.resourceId));
}

function hullOf(entries: readonly WaitingPerson[], now: Date): Interval {
  const end = Math.max(now.getTime() + 1, ...entries.map((entry) => entry.wantedTo.getTime()));
  return { start: now.getTime(), end };
}
