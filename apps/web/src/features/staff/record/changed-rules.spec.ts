import { changedRules } from './changed-rules.js';

describe('changedRules', () => {
  it('are those that were set, taken away or set otherwise', () => {
    const before = { minAge: 15, holdMinutes: 5, reminderMinutes: [60] };
    const after = { holdMinutes: 10, reminderMinutes: [60], maxDurationMinutes: 90 };
    expect(changedRules({ before, after })).toEqual(['maxDurationMinutes', 'minAge', 'holdMinutes']);
  });

  it('are none where an entry is about something else', () => {
    expect(changedRules({ role: 'staff' })).toEqual([]);
  });
});
