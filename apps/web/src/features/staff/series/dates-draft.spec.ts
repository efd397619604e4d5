import { changeOf, draftOf } from './dates-draft.js';

const zone = 'Europe/Helsinki';
const draft = draftOf({ startsAt: '2026-11-24T15:00:00.000Z', endsAt: '2026-11-24T16:30:00.000Z' }, zone);

describe('a change of dates', () => {
  it('begins with the date as the hub’s clock shows it', () => {
    expect(draft).toEqual({ scope: 'one', action: 'move', day: '2026-11-24', from: '17:00', to: '18:30' });
  });

  it('names the new wall time and how long it lasts, or nothing when it is cancelled', () => {
    expect(changeOf({ ...draft, from: '18:00', to: '19:00' })).toEqual({
      action: 'move',
      startsAt: '2026-11-24T18:00',
      durationMinutes: 60,
    });
    expect(changeOf({ ...draft, action: 'cancel', to: '' })).toEqual({ action: 'cancel' });
  });

  it('is none while it would end before it begins', () => {
    expect(changeOf({ ...draft, to: '16:00' })).toBeUndefined();
    expect(changeOf({ ...draft, day: '' })).toBeUndefined();
  });
});
