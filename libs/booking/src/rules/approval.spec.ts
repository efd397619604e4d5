import { firstState, needsApproval } from './approval.js';
import { defaultPolicy } from './policy.js';

const hours = (count: number) => ({ start: 0, end: count * 3_600_000 });
const over = (approvalOverMinutes: number | null) => ({ ...defaultPolicy, approvalOverMinutes });

it.each([
  [4, over(240), false, 'confirmed'],
  [4.25, over(240), false, 'pending'],
  [4.25, over(240), true, 'confirmed'],
  [0.5, over(0), false, 'pending'],
  [8, over(null), false, 'confirmed'],
] as const)('a booking of %d hours under %j, by staff: %s, begins %s', (length, policy, isStaff, expected) => {
  expect(firstState(hours(length), policy, { isStaff, hold: false })).toBe(expected);
  expect(needsApproval(hours(length), policy, isStaff)).toBe(expected === 'pending');
});

it('a hold is a hold first, whoever must agree later', () => {
  expect(firstState(hours(8), over(0), { isStaff: false, hold: true })).toBe('held');
});
