import { emptyDraft, requestOf, type SeriesDraft } from './series-draft.js';

const draft: SeriesDraft = { ...emptyDraft('2026-11-24'), target: 'resource/studio', from: '17:00', to: '18:30' };
const request = (changes: Partial<SeriesDraft> = {}) => requestOf({ ...draft, ...changes }, 'lakeside');

describe('a series that somebody thinks of', () => {
  it('is one thing, any of a pool, or several things together', () => {
    expect(request()).toEqual({
      hub: 'lakeside',
      resource: 'studio',
      rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=10',
      startsAt: '2026-11-24T17:00',
      durationMinutes: 90,
    });
    expect(request({ target: 'pool/pc', also: ['studio'] })).toMatchObject({ pool: 'pc' });
    expect(request({ also: ['camera', 'studio'] })).toMatchObject({ resources: ['studio', 'camera'] });
    expect(request({ purpose: ' Kerho ' })?.purpose).toBe('Kerho');
  });

  it('is for everybody to read only when it has a public title', () => {
    expect(request({ publicTitle: ' Digikerho ' })?.publicTitle).toBe('Digikerho');
    expect(request({ publicTitle: '  ' })).not.toHaveProperty('publicTitle');
  });

  it('takes place once without a word on how it repeats', () => {
    const changes = { rhythm: 'once', weekdays: [], every: '', ends: 'until', until: '' } as const;
    expect(request(changes)?.rrule).toBe('FREQ=DAILY;COUNT=1');
  });

  it.each([
    { target: '' },
    { to: '17:00' },
    { from: '' },
    { weekdays: [] },
    { every: '0' },
    { count: '201' },
    { ends: 'until', until: '2026-11-23' },
    { ends: 'until', until: '' },
  ] as const)('is not sent with %j', (changes) => {
    expect(request(changes)).toBeUndefined();
  });
});
