import type { OpeningWeek } from '#libs/contracts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** One opening while it is typed. Midnight is typed as 00:00, as a clock shows it. */
export interface SpanDraft {
  /** Tells the rows apart while they are changed. */
  key: number;
  opens: string;
  closes: string;
}

export type DayDraft = readonly SpanDraft[];
export type WeekDraft = Readonly<Record<Weekday, DayDraft>>;
type Hours = NonNullable<OpeningWeek[Weekday]>;

export const mostSpans = 6;
const usual = { opens: '09:00', closes: '17:00' };

export function dayDraftOf(hours: Hours): DayDraft {
  return hours.map(({ opens, closes }, key) => ({ key, opens, closes: closes === '24:00' ? '00:00' : closes }));
}

export function weekDraftOf(week: OpeningWeek): WeekDraft {
  const entries = weekdays.map((weekday) => [weekday, dayDraftOf(week[weekday] ?? [])] as const);
  return Object.fromEntries(entries) as WeekDraft;
}

/** The day with one more opening: the usual one, or an hour after the last. */
export function withSpan(day: DayDraft): DayDraft {
  const key = Math.max(-1, ...day.map((span) => span.key)) + 1;
  const last = day.at(-1);
  const hour = Math.min(22, Number(last?.closes.slice(0, 2) ?? 0) + 1);
  const later = { opens: twoDigits(hour), closes: twoDigits(Math.min(23, hour + 3)) };
  return [...day, { key, ...(last === undefined ? usual : later) }];
}

/** An opening without length, or with a time missing. */
export function isFaulty(span: SpanDraft): boolean {
  const { opens, closes } = spanOf(span);
  return opens === '' || closes === '' || opens === closes;
}

/** Whether the hub closes only on the day after. */
export function isOvernight(span: SpanDraft): boolean {
  const { opens, closes } = spanOf(span);
  return !isFaulty(span) && closes < opens;
}

/** @returns undefined while some opening is faulty */
export function hoursOf(day: DayDraft): Hours | undefined {
  return day.some(isFaulty) ? undefined : day.map(spanOf).toSorted((a, b) => (a.opens < b.opens ? -1 : 1));
}

/** Days without hours are left out. @returns undefined while some opening is faulty */
export function weekOfDraft(draft: WeekDraft): OpeningWeek | undefined {
  const days = weekdays.map((weekday) => [weekday, hoursOf(draft[weekday])] as const);
  if (days.some(([, hours]) => hours === undefined)) return undefined;
  return Object.fromEntries(days.filter(([, hours]) => hours !== undefined && hours.length > 0));
}

function spanOf({ opens, closes }: SpanDraft): Hours[number] {
  return { opens, closes: closes === '00:00' ? '24:00' : closes };
}

function twoDigits(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
