import { careStateOf } from './care-state.js';

describe('a maintenance task', () => {
  it.each([
    [0, 'ok'],
    [179.9, 'ok'],
    [180, 'soon'],
    [199.9, 'soon'],
    [200, 'due'],
    [249.9, 'due'],
    [250, 'overdue'],
  ])('every 200 hours is, after %s of them, %s', (used, state) => {
    expect(careStateOf(used, 200)).toBe(state);
  });
});
