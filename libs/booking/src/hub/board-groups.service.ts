import { Injectable } from '@nestjs/common';
import { categories, type Board, type Category, type Locale } from '#libs/contracts';
import { Clock, Database } from '#libs/platform';
import { AllocationRepository, busyTimes } from '../calendar/allocation.repository.js';
import { busyOf, optionOf, type BusyTimes } from '../making/booking-option.js';
import { categoryNames } from './category-names.js';
import { isoRange } from '../calendar/iso-range.js';
import { localise } from './localised-text.js';
import type { Place } from './place.js';
import { PlaceRepository } from './place.repository.js';
import { ProgrammeRepository, type ProgrammeRow } from '../series/programme.repository.js';
import type { ResourceEntity } from './resource.entity.js';
import { overlaps, type Interval } from '../rules/interval.js';
import { openingPeriods } from '../rules/opening-hours.js';
import { unitStatus } from '../rules/unit-status.js';
import { localDays } from '../rules/zone-day.js';

type BoardGroup = Board['groups'][number];
type BoardItem = BoardGroup['items'][number];

/** Opening hours are shown for today and tomorrow. */
const shownDays = 2;
/** When a thing is free next is looked for over a weekend or a holiday, too. */
const knownDays = 8;

/** The part of the kiosk's picture that the calendar knows. */
export type CalendarBoard = Omit<Board, 'printers' | 'queueLength'>;

/** What is free now and next and what is on today, without anybody's name. */
@Injectable()
export class BoardGroups {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly allocations: AllocationRepository,
    private readonly programme: ProgrammeRepository,
  ) {}

  /**
   * What is free in a hub now, until or from when, and what is on today; three queries, however much stands in it.
   * @param ref id or slug
   * @throws Problem `not_found`
   */
  async picture(ref: string, locale: Locale): Promise<{ hubId: string; board: CalendarBoard }> {
    const place = await this.places.place(ref);
    const { slug, name, timeZone, languages } = place.hub;
    const now = this.clock.now().getTime();
    const shown = localDays(now, timeZone, shownDays);
    const range = localDays(now, timeZone, knownDays);
    const opening = openingPeriods(place.opening, range);
    const ids = place.offered.map((resource) => resource.id);
    const busy = busyTimes(await this.allocations.occupations(this.database, ids, range));
    const { end } = localDays(now, timeZone, 1);
    const today = await this.programme.between(this.database, place.hub.id, { start: now, end });
    const board = {
      hub: { slug, name, timeZone, languages },
      generatedAt: new Date(now).toISOString(),
      openNow: opening.some((period) => period.start <= now && now < period.end),
      opening: opening.filter((period) => overlaps(period, shown)).map(isoRange),
      programme: today.map((entry) => programmeEntry(entry, locale)),
      groups: groupsOf(place, { opening, busy, now }, locale),
    };
    return { hubId: place.hub.id, board };
  }
}

interface Present {
  opening: readonly Interval[];
  busy: BusyTimes;
  now: number;
}

function groupsOf(place: Place, present: Present, locale: Locale): BoardGroup[] {
  return categories.flatMap((category: Category) => {
    const resources = place.offered.filter((resource) => resource.category === category);
    if (resources.length === 0) return [];
    const items = resources.map((resource) => itemOf(place, resource, { present, locale }));
    const freeCount = items.filter((item) => item.status === 'free').length;
    return [{ category, name: categoryNames[category][locale], freeCount, items }];
  });
}

function itemOf(
  place: Place,
  resource: ResourceEntity,
  { present, locale }: { present: Present; locale: Locale },
): BoardItem {
  const option = optionOf(place, [resource]);
  const facts = {
    opening: present.opening,
    busy: busyOf(option, present.busy),
    outOfOrderUntil: option.outOfOrderUntil,
  };
  const { status, freeUntil, freeFrom } = unitStatus(facts, present.now);
  return {
    slug: resource.slug,
    name: localise(resource.name, locale),
    status,
    freeUntil: isoOrNull(freeUntil),
    freeFrom: isoOrNull(freeFrom),
  };
}

function programmeEntry({ title, startsAt, endsAt, places }: ProgrammeRow, locale: Locale): Board['programme'][number] {
  const time = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { title, ...time, places: places.map((name) => localise(name, locale)) };
}

function isoOrNull(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
