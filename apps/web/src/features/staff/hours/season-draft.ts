import type { Opening, OpeningWeek } from '#libs/contracts';
import { weekDraftOf, weekOfDraft, type WeekDraft } from './week-draft.js';

type Season = Opening['seasons'][number];

/** A season while it is typed; its days as they are written in Finland: `1.6.` */
export interface SeasonDraft {
  name: string;
  from: string;
  to: string;
  week: WeekDraft;
}

/** @param usual the week that a new season begins with */
export function seasonDraftOf(season: Season | undefined, usual: OpeningWeek): SeasonDraft {
  if (season === undefined) return { name: '', from: '', to: '', week: weekDraftOf(usual) };
  const { name, from, to, week } = season;
  return { name, from: typedDay(from), to: typedDay(to), week: weekDraftOf(week) };
}

/** @returns undefined while something in it cannot be read */
export function seasonOf({ name, from, to, week }: SeasonDraft): Season | undefined {
  const [first, last, hours] = [monthDayOf(from), monthDayOf(to), weekOfDraft(week)];
  if (first === undefined || last === undefined || hours === undefined) return undefined;
  return { name: name.trim(), from: first, to: last, week: hours };
}

/**
 * A day of every year, 29 February among them.
 * @param text `1.6.`, `1.6` or `1/6`: the day, then the month
 * @returns `06-01`; undefined when there is no such day
 */
export function monthDayOf(text: string): string | undefined {
  const [, day = '', month = ''] = /^(\d{1,2})[./](\d{1,2})\.?$/.exec(text.trim()) ?? [];
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`2024-${monthDay}T12:00:00Z`);
  // A day beyond its month's end becomes one of the next month.
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().slice(5, 10) === monthDay;
  return isDay ? monthDay : undefined;
}

function typedDay(monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number);
  return `${day}.${month}.`;
}
