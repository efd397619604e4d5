import { Injectable } from '@nestjs/common';
import type {
  Locale,
  Opening,
  OpeningChanged,
  OpeningException,
  OpeningPreview,
  OpeningSeasons,
  OpeningWeek,
} from '#libs/contracts';
import { isAdminOf } from '#libs/people';
import { Clock, Database, Problem, type AuditAction, type Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';
import type { Asking } from '../booking/asking.js';
import { rehearse } from '../calendar/rehearse.js';
import { openingDays } from './opening-days.js';
import { OpeningRepository } from './opening.repository.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { ChangedRules } from '../policy/changed-rules.service.js';
import { PolicyRepository } from '../policy/policy.repository.js';
import { publicHolidays } from './public-holidays.js';

/** One change of the hours, and what the record says of it. */
interface HoursChange {
  readonly action: AuditAction;
  readonly details: Record<string, unknown>;
  readonly write: (tx: Transaction, hubId: string) => Promise<void>;
}

/** The hours that an administrator sets; each change lists the bookings that it leaves outside of them. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly policies: PolicyRepository,
    private readonly hours: OpeningRepository,
    private readonly changed: ChangedRules,
  ) {}

  /**
   * The hub's hours as they are set, without closures.
   * @param hub id or slug
   * @throws Problem `not_found`
   */
  async describe(hub: string, locale: Locale): Promise<Opening> {
    return this.view(this.database, (await this.places.hub(hub)).id, locale);
  }

  /**
   * Changes the usual week.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  setWeek(hub: string, week: OpeningWeek, asking: Asking): Promise<OpeningChanged> {
    const write = (tx: Transaction, hubId: string) => this.hours.saveWeek(tx, hubId, week);
    return this.change(hub, { action: 'opening.set-week', details: { week }, write }, asking);
  }

  /**
   * Changes all seasons at once.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  setSeasons(hub: string, seasons: OpeningSeasons, asking: Asking): Promise<OpeningChanged> {
    const write = (tx: Transaction, hubId: string) => this.hours.saveSeasons(tx, hubId, seasons);
    return this.change(hub, { action: 'opening.set-seasons', details: { ...seasons }, write }, asking);
  }

  /**
   * Gives a date hours of its own, or closes it.
   * @param exception.date `YYYY-MM-DD` of the hub's calendar
   * @throws Problem `not_found`, `auth.forbidden`
   */
  setException(hub: string, exception: OpeningException & { date: string }, asking: Asking): Promise<OpeningChanged> {
    const write = (tx: Transaction, hubId: string) => this.hours.saveException(tx, hubId, exception);
    // The reason is free text, which the record would keep for good.
    const { date, hours } = exception;
    return this.change(hub, { action: 'opening.set-exception', details: { date, hours }, write }, asking);
  }

  /**
   * Gives a date its usual hours back.
   * @throws Problem `not_found`, also when it has no hours of its own, `auth.forbidden`
   */
  clearException(hub: string, date: string, asking: Asking): Promise<OpeningChanged> {
    const write = (tx: Transaction, hubId: string) => this.removeException(tx, hubId, date);
    return this.change(hub, { action: 'opening.clear-exception', details: { date }, write }, asking);
  }

  /**
   * What a change would answer; nothing is written, and nobody is offered anything.
   * @throws Problem as the change itself
   */
  async preview(hub: string, wish: OpeningPreview, { viewer, locale }: Asking): Promise<OpeningChanged> {
    const { id } = await this.places.hub(hub);
    if (!isAdminOf(viewer, id)) throw new Problem('auth.forbidden');
    return this.database.transaction(async (tx) => {
      await this.policies.lockHub(tx, id);
      const before = await this.places.place(id, tx);
      return rehearse(tx, async (rehearsal) => {
        await this.write(rehearsal, id, wish);
        const after = await this.places.place(id, rehearsal);
        const noLongerAllowed = await this.changed.foresee(rehearsal, { before, after }, locale);
        return { opening: await this.view(rehearsal, id, locale), noLongerAllowed };
      });
    });
  }

  private write(tx: Transaction, hubId: string, wish: OpeningPreview): Promise<void> {
    if ('week' in wish) return this.hours.saveWeek(tx, hubId, wish.week);
    if ('seasons' in wish) return this.hours.saveSeasons(tx, hubId, wish);
    const { hours, ...named } = wish;
    if (hours === null) return this.removeException(tx, hubId, named.date);
    return this.hours.saveException(tx, hubId, { ...named, hours });
  }

  private async removeException(tx: Transaction, hubId: string, date: string): Promise<void> {
    if (!(await this.hours.removeException(tx, hubId, date))) throw new Problem('not_found');
  }

  private async change(hub: string, { action, details, write }: HoursChange, asking: Asking): Promise<OpeningChanged> {
    const { id, slug } = await this.places.hub(hub);
    if (!isAdminOf(asking.viewer, id)) throw new Problem('auth.forbidden');
    return this.database.transaction(async (tx) => {
      await this.policies.lockHub(tx, id);
      const before = await this.places.place(id, tx);
      await write(tx, id);
      const after = await this.places.place(id, tx);
      tx.record({ accountId: asking.viewer.accountId, action, subjectType: 'hub', subjectId: id, details });
      tx.changed(slug, 'bookings', 'board');
      // Prints may start only while the hub allows it.
      tx.enqueue('print.plan', { hubId: id });
      const noLongerAllowed = await this.changed.settle(tx, { before, after }, asking.locale);
      return { opening: await this.view(tx, id, asking.locale), noLongerAllowed };
    });
  }

  private async view(reader: Reader, hubId: string, locale: Locale): Promise<Opening> {
    const { country, ...set } = await this.hours.describe(reader, hubId);
    const now = this.clock.now();
    const years = [now.getUTCFullYear(), now.getUTCFullYear() + 1];
    const holidays = years.flatMap((year) => publicHolidays(country, year, locale));
    const opening = { ...set, holidays };
    return { ...opening, days: openingDays(opening, now) };
  }
}
