import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/people';
import { Clock, type Transaction } from '#libs/platform';
import { viewerOf } from '../life/absent-person.js';
import { AllocationRepository, busyTimes } from '../calendar/allocation.repository.js';
import { announceChange, writeLetter } from '../booking/booking-announcement.js';
import { decideWish, type DecisionFacts } from '../making/booking-decision.js';
import { longestBufferMs, sharedFacts } from '../making/booking-facts.js';
import type { BookingOption } from '../making/booking-option.js';
import { titleOf, type BookingWish } from '../making/booking-wish.js';
import { armStep } from '../life/arm-step.js';
import { BookingWriter, type Secured } from '../making/booking-writer.service.js';
import { BookingRepository } from '../making/booking.repository.js';
import type { Place } from '../hub/place.js';
import { arrange, PoolArranger, type LoadedPool } from '../making/pool-arranger.service.js';
import { startsWorthTrying } from '../rules/earliest-fit.js';
import type { Interval } from '../rules/interval.js';
import { anybody } from '../rules/person-rules.js';
import { WaitingEntryRepository, type WaitingPerson } from './waiting-entry.repository.js';
import { waitingTarget } from './waiting-target.js';

const minuteMs = 60_000;
/** An offer ends at the latest this long before its start … */
const lastAnswerMs = 15 * minuteMs;
/** … and gives at least this long to answer. */
const shortestOfferMs = 5 * minuteMs;

/** A target's calendar over all the times for which somebody waits. */
interface TargetCalendar {
  readonly facts: DecisionFacts;
  readonly pool: LoadedPool | undefined;
}

/** What a round of offers works on; what was read of a target holds until something is offered. */
export interface OfferRound {
  readonly place: Place;
  /** Holds the wanted times of everybody in the round. */
  readonly range: Interval;
  readonly known: Map<string, TargetCalendar>;
}

/** Holds slots for people who wait. For whoever has the hub's turn. */
@Injectable()
export class WaitingOffers {
  constructor(
    private readonly clock: Clock,
    private readonly allocations: AllocationRepository,
    private readonly arranger: PoolArranger,
    private readonly writer: BookingWriter,
    private readonly bookings: BookingRepository,
    private readonly entries: WaitingEntryRepository,
  ) {}

  /**
   * Holds the earliest slot that fits the person's wish and breaks no rule, and writes to him or her.
   * @returns `gave_way` when somebody else is at it, or the person is booking, at this very moment
   */
  async offer(tx: Transaction, round: OfferRound, entry: WaitingPerson): Promise<'offered' | 'nothing' | 'gave_way'> {
    const wish = await this.earliest(tx, round, entry);
    const policy = wish?.options[0]?.policy;
    if (wish === undefined || policy === undefined) return 'nothing';
    const { accountId } = entry;
    if (!(await this.bookings.tryLockPerson(tx, { accountId, category: wish.category }))) return 'gave_way';
    const now = this.clock.now().getTime();
    const until = new Date(Math.min(now + policy.waitingOfferMinutes * minuteMs, wish.time.start - lastAnswerMs));
    const viewer = viewerOf(entry.person);
    const held = await this.writer.secure(tx, wish, { viewer, until });
    if ('broken' in held) return held.gaveWay ? 'gave_way' : 'nothing';
    round.known.clear();
    await this.entries.noteOffer(tx, { entryId: entry.id, bookingId: held.bookingId, now: new Date(now) });
    announceOffer(tx, wish, { ...held, until, viewer });
    return 'offered';
  }

  /** The wish at the earliest time at which the target could be had by somebody whom no rule about people stops. */
  private async earliest(tx: Transaction, round: OfferRound, entry: WaitingPerson): Promise<BookingWish | undefined> {
    const target = waitingTarget(round.place, entry);
    const earliestStart = this.clock.now().getTime() + lastAnswerMs + shortestOfferMs;
    const window = { start: Math.max(entry.wantedFrom.getTime(), earliestStart), end: entry.wantedTo.getTime() };
    const { facts, pool } = await this.calendarOf(tx, round, target);
    const { durationMinutes } = entry;
    for (const start of startsOf(target.options, facts, { window, durationMinutes })) {
      const time = { start, end: start + durationMinutes * minuteMs };
      const wish: BookingWish = { ...target, place: round.place, time, purpose: null, hold: true };
      const { broken } = decideWish(wish, facts);
      if (broken.length === 0) return wish;
      if (pool !== undefined && this.arranger.mayHelp(wish, broken) && arrange(pool, wish, facts)) return wish;
    }
    return undefined;
  }

  private async calendarOf(
    tx: Transaction,
    { place, range, known }: OfferRound,
    target: ReturnType<typeof waitingTarget>,
  ): Promise<TargetCalendar> {
    const key = (target.pool ?? target.options[0]?.targets[0])?.id ?? '';
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = this.clock.now();
    const ids = target.options.flatMap((option) => option.occupied.map((part) => part.resourceId));
    const around = { start: range.start - longestBufferMs, end: range.end + longestBufferMs };
    const busy = busyTimes(await this.allocations.occupations(tx, [...new Set(ids)], around));
    const inductions = new Map(target.options.flatMap((option) => option.inductionKinds.map((kind) => [kind, null])));
    const person = { ...anybody, inductions };
    const facts = { shared: sharedFacts(place, range, { now, isStaff: false }), busy, person };
    const pool = target.pool && (await this.arranger.load(tx, { place, pool: target.pool, range, now }));
    const calendar = { facts, pool: pool ?? undefined };
    known.set(key, calendar);
    return calendar;
  }
}

function startsOf(
  options: readonly BookingOption[],
  { shared, busy }: DecisionFacts,
  search: { window: Interval; durationMinutes: number },
): number[] {
  const taken = options.flatMap((option) => option.occupied.flatMap((part) => busy.get(part.resourceId) ?? []));
  const starts = options.flatMap(({ policy }) => startsWorthTrying({ ...shared, policy, busy: taken }, search));
  return [...new Set(starts)].toSorted((a, b) => a - b);
}

function announceOffer(
  tx: Transaction,
  wish: BookingWish,
  { bookingId, option, draft, until, viewer }: Secured & { until: Date; viewer: Viewer },
): void {
  const { hub } = wish.place;
  const { email: to, locale } = viewer;
  announceChange(tx, { hub: hub.slug, hubId: hub.id, category: wish.category });
  const details = { accountId: viewer.accountId, resources: option.targets.map((target) => target.slug) };
  tx.record({ accountId: null, action: 'booking.offer', subjectType: 'booking', subjectId: bookingId, details });
  armStep(tx, { bookingId, at: until, now: draft.now });
  const title = titleOf(wish.pool, option.targets, locale);
  const letter = { bookingId, version: 1, to, locale, title, time: wish.time, timeZone: hub.timeZone };
  const params = { until: { startsAt: until.toISOString(), timeZone: hub.timeZone } };
  writeLetter(tx, 'bookingOffered', { ...letter, hubName: hub.name }, params);
}
