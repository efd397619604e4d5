import { stateOfLink } from './guardian-link.js';

const now = new Date('2026-02-01T12:00:00Z');
const expiresAt = new Date('2026-02-02T12:00:00Z');
const asked = { status: 'asked', isWithdrawal: false, expiresAt } as const;

describe('a guardian’s link', () => {
  it('answers once', () => {
    expect(stateOfLink(asked, now)).toBe('open');
    for (const status of ['consented', 'refused', 'withdrawn'] as const) {
      expect(stateOfLink({ ...asked, status }, now)).toBe('used');
    }
  });

  it('answers in time', () => {
    expect(stateOfLink(asked, expiresAt)).toBe('expired');
    expect(stateOfLink({ ...asked, status: 'consented' }, expiresAt)).toBe('used');
  });

  it('answers nothing any more when the question was asked anew', () => {
    expect(stateOfLink({ ...asked, status: 'replaced' }, now)).toBe('expired');
  });

  it('withdraws as long as the consent stands, however late', () => {
    const given = { status: 'consented', isWithdrawal: true, expiresAt: now } as const;
    expect(stateOfLink(given, new Date('2036-01-01T00:00:00Z'))).toBe('open');
    expect(stateOfLink({ ...given, status: 'withdrawn' }, now)).toBe('used');
  });
});
