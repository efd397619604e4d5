import type { Policy } from '#libs/contracts';

export type RuleField = keyof Policy;

/** How a rule is written down. */
type RuleInput =
  | { kind: 'number'; unit: 'minutes' | 'days' | 'bookings' | 'years'; min: number; max: number }
  | { kind: 'grid' | 'induction' | 'reminders' };

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;
const minutes = (min: number, max: number): RuleInput => ({ kind: 'number', unit: 'minutes', min, max });

/** The API's own limits. */
export const ruleInputs: Record<RuleField, RuleInput> = {
  startIntervalMinutes: { kind: 'grid' },
  minDurationMinutes: minutes(5, weekMinutes),
  maxDurationMinutes: minutes(5, weekMinutes),
  bufferBeforeMinutes: minutes(0, dayMinutes),
  bufferAfterMinutes: minutes(0, dayMinutes),
  horizonDays: { kind: 'number', unit: 'days', min: 1, max: 366 },
  minNoticeMinutes: minutes(0, 4 * weekMinutes),
  changeUntilMinutes: minutes(0, 4 * weekMinutes),
  maxActivePerPerson: { kind: 'number', unit: 'bookings', min: 0, max: 1000 },
  quotaMinutesPerWeek: minutes(0, weekMinutes),
  approvalOverMinutes: minutes(0, weekMinutes),
  minAge: { kind: 'number', unit: 'years', min: 0, max: 120 },
  inductionKind: { kind: 'induction' },
  holdMinutes: minutes(1, dayMinutes),
  checkInOpensMinutes: minutes(0, dayMinutes),
  noShowAfterMinutes: minutes(1, dayMinutes),
  waitingOfferMinutes: minutes(1, dayMinutes),
  reminderMinutes: { kind: 'reminders' },
};

/** In which order and company rules are read. */
export const ruleGroups = {
  length: [
    'startIntervalMinutes',
    'minDurationMinutes',
    'maxDurationMinutes',
    'bufferBeforeMinutes',
    'bufferAfterMinutes',
  ],
  ahead: ['horizonDays', 'minNoticeMinutes', 'changeUntilMinutes', 'maxActivePerPerson', 'quotaMinutesPerWeek'],
  who: ['inductionKind', 'minAge', 'approvalOverMinutes'],
  course: ['reminderMinutes', 'holdMinutes', 'checkInOpensMinutes', 'noShowAfterMinutes', 'waitingOfferMinutes'],
} as const satisfies Record<string, readonly RuleField[]>;

/** Rules of which a layer may say that there is no such rule. */
const mayBeNone: readonly RuleField[] = ['quotaMinutesPerWeek', 'approvalOverMinutes', 'minAge', 'inductionKind'];

export function canBeNone(field: RuleField): boolean {
  return mayBeNone.includes(field);
}

export const gridChoices = [5, 10, 15, 20, 30, 60] as const;

/** A week, two days, a day, four hours and so on before the start, in minutes. */
export const reminderChoices = [10_080, 2880, 1440, 240, 120, 60, 30] as const;
export const mostReminders = 5;
