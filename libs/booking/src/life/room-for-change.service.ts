import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/people';
import type { BrokenRule } from '#libs/platform';
import { takeTurn, tryWithoutWaiting } from '../calendar/hub-gate.js';
import type { DecisionFacts } from '../making/booking-decision.js';
import { BookingFactsLoader } from '../making/booking-facts.js';
import type { BookingOption } from '../making/booking-option.js';
import type { BookingWish } from '../making/booking-wish.js';
import { PoolArranger, recordMoves, type Arrangement } from '../making/pool-arranger.service.js';
import { factsOfChange } from './changed-time.js';
import type { Transition } from './booking-transitions.service.js';
import { withBuffers } from '../rules/policy.js';
import { StandingBookingRepository, type StandingBooking } from '../booking/standing-booking.repository.js';

/** Another time for a standing booking, and who wants it. */
export interface Change {
  readonly wish: BookingWish;
  readonly viewer: Viewer;
}

/** Takes what a standing booking needs for another time, in the place of what it occupies now. */
@Injectable()
export class RoomForChange {
  constructor(
    private readonly facts: BookingFactsLoader,
    private readonly standing: StandingBookingRepository,
    private readonly arranger: PoolArranger,
  ) {}

  /** What decides about the change; the booking's present time does not count. */
  async load({ tx, booking, now }: Transition, { wish, viewer }: Change): Promise<DecisionFacts> {
    const by = { viewer, now, leaveOut: booking.id, lookAround: true };
    const facts = await this.facts.load(tx, wish, by);
    return factsOfChange(facts, wish, booking);
  }

  /**
   * Takes the first of the options that is still free.
   * @returns undefined when somebody was faster everywhere; then nothing has changed
   */
  async takeFree(
    { tx, booking }: Transition,
    { wish }: Change,
    options: readonly BookingOption[],
  ): Promise<BookingOption | undefined> {
    for (const option of presentFirst(options, booking)) {
      const during = withBuffers(wish.time, option.policy);
      if (await this.standing.occupyInstead(tx, booking.id, option, during)) return option;
    }
    return undefined;
  }

  /**
   * Takes a unit of a full pool by having others change theirs.
   * @param broken why the change would be refused as things stand
   * @returns undefined when that does not help; then nothing has changed
   */
  async takeByMoving(
    transition: Transition,
    change: Change,
    broken: readonly BrokenRule[],
  ): Promise<BookingOption | undefined> {
    const { tx, booking, now } = transition;
    const { wish, viewer } = change;
    if (!this.arranger.mayHelp(wish, broken)) return undefined;
    // A look without the turn: of the many who want a full pool, none waits for the others' turns.
    if ((await this.arrangement(transition, change)) === undefined) return undefined;
    await takeTurn(tx, booking.hubId);
    const way = await this.arrangement(transition, change);
    if (way === undefined) return undefined;
    const { option, moves } = way;
    const taken = await tryWithoutWaiting(tx, async () => {
      await this.standing.vacate(tx, booking.id);
      if (!(await this.arranger.apply(tx, moves, now))) return undefined;
      const during = withBuffers(wish.time, option.policy);
      return (await this.standing.occupy(tx, booking.id, option, during)) ? option : undefined;
    });
    if (taken !== undefined) recordMoves(tx, moves, viewer.accountId);
    return taken;
  }

  private async arrangement(transition: Transition, change: Change): Promise<Arrangement | undefined> {
    const facts = await this.load(transition, change);
    return this.arranger.find(transition.tx, change.wish, { ...facts, leaveOut: transition.booking.id });
  }
}

/** Whoever can stay on the unit stays on it. */
function presentFirst(options: readonly BookingOption[], { occupied }: StandingBooking): BookingOption[] {
  const present = new Set(occupied.map((part) => part.resourceId));
  const isOther = (option: BookingOption): number => Number(option.occupied.some((p) => !present.has(p.resourceId)));
  return options.toSorted((a, b) => isOther(a) - isOther(b));
}
