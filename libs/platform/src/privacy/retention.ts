/**
 * How long things are kept, in days: the one table of these numbers. docs/domain.md says the same to people.
 * What is over is deleted once a day.
 */
export const retentionDays = {
  /** Uploaded models and their pictures, after the print ended. */
  printFiles: 30,
  /** Stored files that belong to no print: an upload that broke off before it became one. */
  orphanFile: 1,
  /** Accounts that nobody has signed in to or used. */
  inactiveAccount: 730,
  /** How long before that the person is warned. */
  inactivityWarning: 14,
  /** The demo hub's mailbox. */
  demoMail: 30,
  /** Which request created what, for repeated requests. */
  idempotencyKey: 7,
  /** Sign-in codes that work no more. */
  signInCode: 1,
  /** Revoked addresses of calendars. */
  calendarFeed: 30,
  /** What guardians were asked and did not answer, after the link has expired. */
  guardianAsk: 30,
  /** How warm printers were. */
  printerTemperature: 30,
  /** What was wrong with machines, after it was over. */
  machineAlarm: 365,
  /** Reported faults that have been seen to. */
  faultReport: 730,
  /** The log of who looked at whose data. */
  personalDataRead: 730,
} as const;

const dayMs = 24 * 60 * 60_000;

/**
 * Everything older than this has been kept long enough.
 * @param now the present instant
 */
export function keptSince(kind: keyof typeof retentionDays, now: Date): Date {
  return new Date(now.getTime() - retentionDays[kind] * dayMs);
}

/** Rows that one statement of the daily round deletes or empties at most, so that nobody waits for it. */
export const retentionBatch = 1000;
