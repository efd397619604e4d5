import type { Policy } from '#libs/contracts';
import type { PolicyLevel } from './policy-levels.js';
import { changeOf, draftOf } from './rule-draft.js';

const policy = { maxDurationMinutes: 240, minAge: null, inductionKind: 'laser', reminderMinutes: [1440] } as Policy;
const levelWith = (overrides: Partial<Policy>): PolicyLevel => ({
  layer: { scope: 'resource', target: 'studio', overrides, policy: { ...policy, ...overrides }, version: 1 },
  name: 'Studio',
  above: [],
});

describe('a rule that somebody changes', () => {
  it('begins with what holds, wherever it comes from', () => {
    expect(draftOf(levelWith({}), 'maxDurationMinutes')).toMatchObject({ source: 'inherited', text: '240' });
    expect(draftOf(levelWith({ maxDurationMinutes: 60 }), 'maxDurationMinutes')).toMatchObject({
      source: 'own',
      text: '60',
    });
    expect(draftOf(levelWith({ minAge: null }), 'minAge')).toMatchObject({ source: 'none', text: '13' });
    expect(draftOf(levelWith({ reminderMinutes: [60] }), 'reminderMinutes')).toMatchObject({ reminders: [60] });
  });

  it('is taken away, said not to be there, or set', () => {
    const draft = draftOf(levelWith({}), 'maxDurationMinutes');
    expect(changeOf('maxDurationMinutes', draft)).toEqual({ maxDurationMinutes: null });
    expect(changeOf('minAge', { ...draft, source: 'none' })).toEqual({ minAge: 'none' });
    expect(changeOf('maxDurationMinutes', { ...draft, source: 'own', text: ' 90 ' })).toEqual({
      maxDurationMinutes: 90,
    });
    const reminders = { ...draft, source: 'own', reminders: [120, 1440] } as const;
    expect(changeOf('reminderMinutes', reminders)).toEqual({ reminderMinutes: [1440, 120] });
  });

  it.each([
    ['maxDurationMinutes', 'pitkä'],
    ['maxDurationMinutes', '3'],
    ['horizonDays', '0'],
    ['inductionKind', 'Laser!'],
    ['inductionKind', ''],
  ] as const)('is not sent while %s is %j', (field, text) => {
    expect(changeOf(field, { source: 'own', text, reminders: [] })).toBeUndefined();
  });
});
