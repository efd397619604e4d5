import { anybody, brokenByPerson, type PersonRuleFacts } from './person-rules.js';
import { defaultPolicy } from './policy.js';
import { zoneOffsets } from './zone-time.js';

const at = (text: string) => Date.parse(text);
const hours = (text: string, count: number) => ({ start: at(text), end: at(text) + count * 3_600_000 });
const someFacts = (changes: Partial<PersonRuleFacts> = {}): PersonRuleFacts => ({
  policy: defaultPolicy,
  person: anybody,
  inductionKinds: [],
  offsetAt: zoneOffsets('Europe/Helsinki'),
  ...changes,
});
const monday = hours('2026-01-12T10:00Z', 2);

describe('the quota of a week', () => {
  const policy = { ...defaultPolicy, quotaMinutesPerWeek: 240 };
  const broken = (...counted: { start: number; end: number }[]) =>
    brokenByPerson(monday, someFacts({ policy, person: { ...anybody, counted } }));

  it('may be used up, but not exceeded', () => {
    expect(broken(hours('2026-01-14T10:00Z', 2))).toEqual([]);
    expect(broken(hours('2026-01-14T10:00Z', 2.5))).toEqual([
      { code: 'booking.quota', params: { quotaHours: 4, usedHours: 2.5 } },
    ]);
  });

  it('counts from Monday to Sunday of the hub’s own calendar', () => {
    expect(broken(hours('2026-01-11T21:30Z', 4))).toEqual([]);
    expect(broken(hours('2026-01-11T22:00Z', 4))).toHaveLength(1);
    expect(broken(hours('2026-01-18T21:30Z', 4))).toHaveLength(1);
    expect(broken(hours('2026-01-18T22:00Z', 4))).toEqual([]);
  });
});

describe('an induction', () => {
  const broken = (inductions: [string, number | null][], ...inductionKinds: string[]) =>
    brokenByPerson(monday, someFacts({ inductionKinds, person: { ...anybody, inductions: new Map(inductions) } }));

  it('must be there for each kind that is asked for', () => {
    expect(broken([['laser', null]], 'laser', 'studio')).toEqual([
      { code: 'booking.induction_required', params: { kind: 'studio' } },
    ]);
  });

  it('must not have expired when the booking begins', () => {
    expect(broken([['laser', monday.start + 1]], 'laser')).toEqual([]);
    expect(broken([['laser', monday.start]], 'laser')).toHaveLength(1);
  });
});

describe('the age', () => {
  const policy = { ...defaultPolicy, minAge: 13 };
  const broken = (birthDate: string | null, hasGuardianConsent = false, time = monday) =>
    brokenByPerson(time, someFacts({ policy, person: { ...anybody, birthDate, hasGuardianConsent } }));

  it('is reached on the birthday, by the hub’s calendar', () => {
    expect(broken('2013-01-12')).toEqual([]);
    expect(broken('2013-01-13')).toEqual([{ code: 'booking.under_age', params: { minAge: 13 } }]);
    expect(broken('2013-01-13', false, hours('2026-01-12T22:00Z', 1))).toEqual([]);
  });

  it('of somebody born on a leap day is reached on 1 March', () => {
    expect(broken('2012-02-29', false, hours('2025-02-28T10:00Z', 1))).toHaveLength(1);
    expect(broken('2012-02-29', false, hours('2025-03-01T10:00Z', 1))).toEqual([]);
  });

  it('does not matter with a guardian’s consent, or when nobody knows it', () => {
    expect(broken('2020-01-01', true)).toEqual([]);
    expect(broken(null)).toEqual([]);
  });
});
