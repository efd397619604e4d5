import { Injectable } from '@nestjs/common';
import type { JoinWaitingList, ProblemCode, WaitingEntry, WaitingListQuery } from '#libs/contracts';
import { Clock, Database, findEarlierResult, Problem, rememberResult, type BrokenRule } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { decideWish } from '../making/booking-decision.js';
import { BookingFactsLoader } from '../making/booking-facts.js';
import { FreedSlots } from './freed-slots.service.js';
import { brokenHorizon } from '../calendar/planning-horizon.js';
import { takeTurn } from '../calendar/hub-gate.js';
import type { Place } from '../hub/place.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { StartGrid } from '../rules/start-grid.js';
import { zoneOffsets } from '../rules/zone-time.js';
import { WaitingEntryRepository } from './waiting-entry.repository.js';
import { waitingEntryView } from './waiting-entry-view.js';
import { waitingTarget } from './waiting-target.js';

/** Things that one person may wait for in a hub at once. */
const maxWaiting = 10;

/** What no waiting cures. */
const lasting: readonly ProblemCode[] = [
  'booking.not_bookable',
  'booking.too_short',
  'booking.too_long',
  'booking.off_grid',
  'booking.beyond_horizon',
  'booking.induction_required',
  'booking.under_age',
];

/** Standing in line for a time. */
@Injectable()
export class WaitingListService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly entries: WaitingEntryRepository,
    private readonly facts: BookingFactsLoader,
    private readonly freedSlots: FreedSlots,
  ) {}

  /**
   * Puts somebody in line. What is free already is offered at once; who waits for exactly this stays where he or she is.
   * @param key the caller's `Idempotency-Key`, if any
   * @throws Problem `booking.refused` with what no waiting would cure, `waiting.too_many`, `not_found`
   */
  async join(request: JoinWaitingList, asking: Asking, key?: string): Promise<WaitingEntry> {
    const place = await this.places.place(request.hub);
    const wanted = readWanted(place, request);
    const broken = await this.brokenRules(place, request, asking);
    if (broken.length > 0) throw new Problem('booking.refused', { reasons: broken, alternatives: [] });
    const { accountId } = asking.viewer;
    const idempotent = key === undefined ? undefined : { accountId, key, body: request };
    const entryId = await this.database.transaction(async (tx) => {
      const earlier = idempotent && (await findEarlierResult(tx, idempotent));
      if (earlier !== undefined) return earlier;
      // Whoever frees something from now on sees the new entry, and what was freed before is seen here.
      await takeTurn(tx, place.hub.id);
      const now = this.clock.now();
      const id = await this.entries.insert(tx, { ...wanted, hubId: place.hub.id, accountId }, now);
      const waiting = await this.entries.countWaiting(tx, { accountId, hubId: place.hub.id, now });
      if (waiting > maxWaiting) throw new Problem('waiting.too_many', { params: { max: maxWaiting } });
      tx.record({ accountId, action: 'waiting-list.join', subjectType: 'waiting_entry', subjectId: id });
      await this.freedSlots.offerTo(tx, place.hub.id, id);
      if (idempotent) await rememberResult(tx, idempotent, id);
      return id;
    });
    return this.get(entryId, asking);
  }

  /** @throws Problem `not_found` when the person has no such entry */
  async get(entryId: string, asking: Asking): Promise<WaitingEntry> {
    const now = this.clock.now();
    const row = await this.entries.findOwn(entryId, { accountId: asking.viewer.accountId, now });
    if (row === undefined) throw new Problem('not_found');
    return waitingEntryView(row, { ...asking, now });
  }

  /** The newest entries: residents get their own; staff those of their hubs too, unless they ask for their own. */
  async list(query: WaitingListQuery, asking: Asking): Promise<WaitingEntry[]> {
    const { viewer } = asking;
    const hub = query.hub === undefined ? undefined : await this.places.hub(query.hub);
    const now = this.clock.now();
    const rows = await this.entries.list({
      now,
      accountId: viewer.accountId,
      staffHubIds: query.mine === 'true' ? [] : viewer.roles.map((role) => role.hubId),
      hubId: hub?.id,
    });
    return rows.map((row) => waitingEntryView(row, { ...asking, now }));
  }

  /** The rules that would stop the person also when the first of the wanted times were free. */
  private async brokenRules(place: Place, request: JoinWaitingList, { viewer }: Asking): Promise<BrokenRule[]> {
    const now = this.clock.now();
    const durationMs = request.durationMinutes * 60_000;
    if (Date.parse(request.to) - durationMs < now.getTime()) return [{ code: 'booking.in_past', params: {} }];
    const beyond = brokenHorizon(Date.parse(request.to), now);
    if (beyond.length > 0) return beyond;
    const target = waitingTarget(place, readWanted(place, request));
    const interval = target.options[0]?.policy.startIntervalMinutes ?? 1;
    const grid = new StartGrid(interval, zoneOffsets(place.hub.timeZone));
    const start = grid.ceil(Math.max(Date.parse(request.from), now.getTime()));
    const time = { start, end: start + durationMs };
    const wish = { ...target, place, time, purpose: null, hold: true };
    const { broken } = decideWish(wish, await this.facts.load(this.database, wish, { viewer, now }));
    return broken.filter((rule) => lasting.includes(rule.code));
  }
}

function readWanted(place: Place, request: JoinWaitingList) {
  const pool = request.pool === undefined ? undefined : place.findPool(request.pool);
  const resource = request.resource === undefined ? undefined : place.findResource(request.resource);
  if (pool === undefined && resource === undefined) throw new Problem('not_found');
  return {
    poolId: pool?.id ?? null,
    resourceId: resource?.id ?? null,
    wantedFrom: new Date(request.from),
    wantedTo: new Date(request.to),
    durationMinutes: request.durationMinutes,
  };
}
