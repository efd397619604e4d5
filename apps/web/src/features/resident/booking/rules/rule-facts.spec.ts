import type { Policy } from '#libs/contracts';
import { bookingNeeds, ruleFacts, type RuleFact } from './rule-facts.js';

/** Limits nobody more than every policy does. */
const mildest: Policy = {
  startIntervalMinutes: 15,
  minDurationMinutes: 30,
  maxDurationMinutes: 240,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  horizonDays: 28,
  minNoticeMinutes: 0,
  maxActivePerPerson: 2,
  quotaMinutesPerWeek: null,
  holdMinutes: 10,
  checkInOpensMinutes: 15,
  noShowAfterMinutes: 10,
  changeUntilMinutes: 0,
  approvalOverMinutes: null,
  minAge: null,
  inductionKind: null,
  waitingOfferMinutes: 30,
  reminderMinutes: [1440],
};

function factOf(kind: RuleFact['kind'], change: Partial<Policy>): RuleFact | undefined {
  return ruleFacts({ ...mildest, ...change }).find((fact) => fact.kind === kind);
}

describe('bookingNeeds', () => {
  it('asks for nothing where the policy does not', () => {
    expect(bookingNeeds(mildest)).toEqual([]);
  });

  it('names the induction, and the age from which nobody else is asked', () => {
    expect(bookingNeeds({ ...mildest, inductionKind: 'laser', minAge: 15 })).toEqual([
      { kind: 'induction', name: 'laser' },
      { kind: 'age', years: 15 },
    ]);
  });

  it('leaves out an age that everybody has', () => {
    expect(bookingNeeds({ ...mildest, minAge: 0 })).toEqual([]);
    expect(bookingNeeds({ ...mildest, minAge: 1 })).toEqual([{ kind: 'age', years: 1 }]);
  });

  it.each([{ maxActivePerPerson: 0 }, { quotaMinutesPerWeek: 0 }, { quotaMinutesPerWeek: 29 }])(
    'sends people to the staff, and tells no other rule, where they can book nothing: %j',
    (change) => {
      const policy = { ...mildest, inductionKind: 'laser', ...change };
      expect(bookingNeeds(policy)).toEqual([{ kind: 'staff' }]);
      expect(ruleFacts(policy)).toEqual([]);
    },
  );

  it('does not send people to the staff when the shortest booking just fits the quota', () => {
    expect(bookingNeeds({ ...mildest, quotaMinutesPerWeek: 30 })).toEqual([]);
    expect(factOf('quota', { quotaMinutesPerWeek: 30 })).toEqual({ kind: 'quota', perWeek: 30 });
  });
});

describe('ruleFacts', () => {
  it('tells what every policy limits, in the order in which a booking meets it', () => {
    expect(ruleFacts(mildest)).toEqual([
      { kind: 'length', shortest: 30, longest: 240 },
      { kind: 'horizon', days: 28 },
      { kind: 'active', bookings: 2 },
      { kind: 'change', before: 0 },
      { kind: 'checkIn', opensBefore: 15, within: 10 },
    ]);
  });

  it('tells everything that a strict policy limits', () => {
    const kinds = ruleFacts({
      ...mildest,
      minNoticeMinutes: 60,
      quotaMinutesPerWeek: 300,
      approvalOverMinutes: 120,
    }).map(({ kind }) => kind);
    expect(kinds).toEqual(['length', 'horizon', 'notice', 'active', 'quota', 'approval', 'change', 'checkIn']);
  });

  it('tells one length when only one is allowed', () => {
    expect(factOf('fixedLength', { maxDurationMinutes: 30 })).toEqual({ kind: 'fixedLength', length: 30 });
    expect(factOf('length', { maxDurationMinutes: 30 })).toBeUndefined();
  });

  it('tells how soon before one may book only where that is before the start', () => {
    expect(factOf('notice', { minNoticeMinutes: 1 })).toEqual({ kind: 'notice', before: 1 });
    expect(factOf('notice', { minNoticeMinutes: 0 })).toBeUndefined();
  });

  it('tells that every booking is approved, and from what length otherwise', () => {
    expect(factOf('approval', { approvalOverMinutes: 0 })).toEqual({ kind: 'approval', over: 0 });
    expect(factOf('approval', { approvalOverMinutes: 239 })).toEqual({ kind: 'approval', over: 239 });
  });

  it('says nothing of approval where no booking is long enough to need it', () => {
    expect(factOf('approval', { approvalOverMinutes: 240 })).toBeUndefined();
    expect(factOf('approval', { approvalOverMinutes: null })).toBeUndefined();
  });

  it('tells until when a booking may be changed', () => {
    expect(factOf('change', { changeUntilMinutes: 1440 })).toEqual({ kind: 'change', before: 1440 });
  });
});
