import { standingOf, type StandingFacts } from './standing.js';

const facts: StandingFacts = { level: 'first', methods: [], isStaff: false, isRequired: true };

describe('how far somebody has come with signing in', () => {
  it('is all the way for a resident without a second factor', () => {
    expect(standingOf(facts)).toBe('full');
  });

  it.each(['passkey', 'totp'] as const)('is half for whoever has a %s and has not shown it, staff or not', (method) => {
    expect(standingOf({ ...facts, methods: [method] })).toBe('half_open');
    expect(standingOf({ ...facts, methods: [method], isStaff: true, isRequired: false })).toBe('half_open');
  });

  it('is all the way once it was shown', () => {
    expect(standingOf({ ...facts, level: 'full', methods: ['totp'], isStaff: true })).toBe('full');
  });

  it('does not prove staff without a second factor where one is required', () => {
    expect(standingOf({ ...facts, isStaff: true })).toBe('unproven');
    expect(standingOf({ ...facts, isStaff: true, isRequired: false })).toBe('full');
  });

  it('does not count recovery codes as a factor', () => {
    expect(standingOf({ ...facts, methods: ['recovery'] })).toBe('full');
    expect(standingOf({ ...facts, methods: ['recovery'], isStaff: true })).toBe('unproven');
  });
});
