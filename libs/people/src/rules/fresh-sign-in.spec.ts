import { isFreshSignIn } from './fresh-sign-in.js';

const signedInAt = new Date('2026-01-12T10:00:00Z');

describe('a sign-in', () => {
  it.each([
    ['2026-01-12T10:00:00Z', true],
    ['2026-01-12T10:09:59Z', true],
    ['2026-01-12T10:10:00Z', false],
    ['2026-02-12T10:00:00Z', false],
  ])('is fresh at %s: %p', (now, expected) => {
    expect(isFreshSignIn(signedInAt, new Date(now))).toBe(expected);
  });
});
