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
import { OpeningRepository, type SetHours } from './opening.repository.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { contentVersion } from '../policy/content-version.js';
import { ChangedRules } from '../policy/changed-rules.service.js';
import { PolicyRepository } from '../policy/policy.repository.js';
import { publicHolidays } from './public-holidays.js';

/** Who asks, and versions of which one must be the present one; undefined when any will do. */
interface HoursTerms extends Asking {
  readonly ifMatch?: readonly number[] | undefined;
}

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
   * @throws Problem `not_found`, `auth.forbidden`, `precondition.failed`
   */
  setWeek(hub: string, week: OpeningWeek, terms: HoursTerms): Promise<OpeningChanged> {
    const write = (tx: Transaction, hubId: string) => this.hours.saveWeek(tx, hubId, week);
    return this.change(hub, { action: 'opening.set-week', details: { week }, write }, terms);
  }

  /**
   * Changes all seasons at once.
   * @throws Problem `not_found`, `auth.forbidden`, `precondition.failed`
   */
  setSeasons(hub: string, seasons: OpeningSeasons, terms: HoursTerms): Promise<OpeningChanged> {
    const write = (tx: Transaction, hubId: string) => this.hours.saveSeasons(tx, hubId, seasons);
    return this.change(hub, { action: 'opening.set-seasons', details: { ...seasons }, write }, terms);
  }

  /**
   * Gives a date hours of its own, or closes it.
   * @param exception.date `YYYY-MM-DD` of the hub's calendar
   * @throws Problem `not_found`, `auth.forbidden`, `precondition.failed`
   */
  setException(
    hub: string,
    exception: OpeningException & { date: string },
    terms: HoursTerms,
  ): Promise<OpeningChanged> {
    const write = (tx: Transaction, hubId: string) => this.hours.saveException(tx, hubId, exception);
    // The reason is free text, which the record would keep for good.
    const { date, hours } = exception;
    return this.change(hub, { action: 'opening.set-exception', details: { date, hours }, write }, terms);
  }

  /**
   * Gives a date its usual hours back.
   * @throws Problem `not_found`, also when it has no hours of its own, `auth.forbidden`, `precondition.failed`
   */
  clearException(hub: string, date: string, terms: HoursTerms): Promise<OpeningChanged> {
    const write = (tx: Transaction, hubId: string) => this.removeException(tx, hubId, date);
    return this.change(hub, { action: 'opening.clear-exception', details: { date }, write }, terms);
  }

  /**
   * What a change would answer; nothing is written, and nobody is offered anything.
   * @throws Problem as the change itself
   */
  async preview(hub: string, wish: OpeningPreview, { viewer, locale, ifMatch }: HoursTerms): Promise<OpeningChanged> {
    const { id } = await this.places.hub(hub);
    if (!isAdminOf(viewer, id)) throw new Problem('auth.forbidden');
    return this.database.transaction(async (tx) => {
      await this.beginChange(tx, id, ifMatch);
      const before = await this.places.place(id, tx);
      return rehearse(tx, async (rehearsal) => {
        await this.write(rehearsal, id, wish);
        const after = await this.places.place(id, rehearsal);
        const noLongerAllowed = await this.changed.foresee(rehearsal, { before, after }, locale);
        return { opening: await this.view(rehearsal, id, locale), noLongerAllowed };
      });
    });
  }

  /** @throws Problem `precondition.failed` when the hours are not those that were looked at */
  private async beginChange(tx: Transaction, hubId: string, ifMatch: HoursTerms['ifMatch']): Promise<void> {
    await this.policies.lockHub(tx, hubId);
    if (ifMatch === undefined) return;
    if (!ifMatch.includes(hoursVersion(await this.hours.describe(tx, hubId)))) throw new Problem('precondition.failed');
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

  private async change(
    hub: string,
    { action, details, write }: HoursChange,
    asking: HoursTerms,
  ): Promise<OpeningChanged> {
    const { id, slug } = await this.places.hub(hub);
    if (!isAdminOf(asking.viewer, id)) throw new Problem('auth.forbidden');
    return this.database.transaction(async (tx) => {
      await this.beginChange(tx, id, asking.ifMatch);
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
    return { version: hoursVersion(set), ...opening, days: openingDays(opening, now) };
  }
}

/** Of what is set; as the database keeps it, its fields are always in the same order. */
function hoursVersion({ week, seasons, exceptions }: Omit<SetHours, 'country'>): number {
  return contentVersion([week, seasons, exceptions]);
}
