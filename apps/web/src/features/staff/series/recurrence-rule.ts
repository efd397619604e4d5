import { addDays } from '../../../shared/calendar/week-days.js';
import type { DayKey } from '../../../shared/i18n/day-key.js';

/** As RFC 5545 writes them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export type Rhythm = 'once' | 'daily' | 'weekly' | 'monthly_day' | 'monthly_weekday';

/** How something repeats, in the words of the form. */
export interface Repetition {
  rhythm: Rhythm;
  /** Every so many days, weeks or months. */
  every: number;
  /** For `weekly`. */
  weekdays: readonly Weekday[];
  ends: { count: number } | { until: DayKey };
}

const lastOfMonth = 5;

export function weekdayOf(day: DayKey): Weekday {
  const sinceMonday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  return weekdays[sinceMonday] ?? 'MO';
}

/** The how manieth of its weekday a day is in its month; the fifth is the last. */
export function positionInMonth(day: DayKey): number {
  const position = Math.ceil(Number(day.slice(8)) / 7);
  return position === lastOfMonth ? -1 : position;
}

/** A rule of RFC 5545 for what begins on `first`. */
export function ruleOf({ rhythm, every, weekdays: chosen, ends }: Repetition, first: DayKey): string {
  const inOrder = weekdays.filter((weekday) => chosen.includes(weekday));
  if (rhythm === 'once') return 'FREQ=DAILY;COUNT=1';
  const byRhythm: Record<Exclude<Rhythm, 'once'>, readonly string[]> = {
    daily: ['FREQ=DAILY'],
    weekly: ['FREQ=WEEKLY', `BYDAY=${inOrder.join(',')}`],
    monthly_day: ['FREQ=MONTHLY', `BYMONTHDAY=${Number(first.slice(8))}`],
    monthly_weekday: ['FREQ=MONTHLY', `BYDAY=${positionInMonth(first)}${weekdayOf(first)}`],
  };
  const interval = every === 1 ? [] : [`INTERVAL=${every}`];
  const end = 'count' in ends ? `COUNT=${ends.count}` : `UNTIL=${ends.until.replaceAll('-', '')}`;
  return [...byRhythm[rhythm], ...interval, end].join(';');
}

/** What is read of a rule to be told in words. */
export interface ReadRule {
  rhythm: Rhythm;
  every: number;
  weekdays: readonly Weekday[];
  /** For `monthly_weekday`; -1 is the last. */
  position: number;
}

/** @returns undefined for a rule that the form does not make */
export function readRule(rrule: string): ReadRule | undefined {
  const parts = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]));
  const known = ['FREQ', 'BYDAY', 'BYMONTHDAY', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST'];
  if ([...parts.keys()].some((name) => !known.includes(name))) return undefined;
  const every = Number(parts.get('INTERVAL') ?? 1);
  const days = (parts.get('BYDAY') ?? '').split(',').filter((day) => day !== '');
  const named = weekdays.filter((weekday) => days.includes(weekday));
  const base = { every, weekdays: named, position: 0 };
  if (parts.get('COUNT') === '1') return { ...base, rhythm: 'once' };
  const frequency = parts.get('FREQ');
  if (frequency === 'DAILY' && days.length === 0) return { ...base, rhythm: 'daily' };
  if (frequency === 'WEEKLY' && named.length === days.length) return { ...base, rhythm: 'weekly' };
  if (frequency !== 'MONTHLY') return undefined;
  if (days.length === 0) return { ...base, rhythm: 'monthly_day' };
  const [, position, weekday] = /^(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.exec(days.join(',')) ?? [];
  const day = weekdays.find((each) => each === weekday);
  return day && { ...base, weekdays: [day], position: Number(position), rhythm: 'monthly_weekday' };
}

/** Whether it is one date and no more. */
export function isOnce(rrule: string): boolean {
  return readRule(rrule)?.rhythm === 'once';
}

/** A day of the week to write its name by. */
export function exampleOf(weekday: Weekday): DayKey {
  return addDays('2024-01-01', weekdays.indexOf(weekday));
}
