import { openingStatus } from './opening-status.js';

const opening = [
  { startsAt: '2026-11-23T08:00:00Z', endsAt: '2026-11-23T16:00:00Z' },
  { startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-24T16:00:00Z' },
];
const at = (instant: string) => openingStatus(opening, Date.parse(instant));

describe('openingStatus', () => {
  it('is open from the first instant and closed from the last', () => {
    expect(at('2026-11-23T08:00:00Z')).toEqual({ kind: 'open', until: '2026-11-23T16:00:00Z' });
    expect(at('2026-11-23T16:00:00Z')).toEqual({ kind: 'closed', opensAt: '2026-11-24T08:00:00Z' });
  });

  it('knows no opening after the last period', () => {
    expect(at('2026-11-24T20:00:00Z')).toEqual({ kind: 'closed', opensAt: null });
  });
});
