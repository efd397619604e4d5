import type { Viewer } from '../access/viewer.js';
import { maySettle } from './may-settle.js';

const works = (...roles: ['staff' | 'admin', string][]): Viewer => ({
  accountId: 'a',
  sessionId: 's',
  email: 'a@example.org',
  displayName: 'A',
  locale: 'fi',
  reminders: true,
  roles: roles.map(([role, hubId]) => ({ role, hubId, hub: hubId })),
});
const added = { isConfirmed: false, hubIds: ['north', 'south'] };
const confirmed = { ...added, isConfirmed: true };

describe('an organisation', () => {
  it('that was added is settled by staff of a hub that knows one of its people', () => {
    expect(maySettle(works(['staff', 'north']), added)).toBe(true);
    expect(maySettle(works(['admin', 'west']), added)).toBe(false);
    expect(maySettle(works(), added)).toBe(false);
  });

  it('that was confirmed is changed by whoever administers every hub that knows its people', () => {
    expect(maySettle(works(['admin', 'north']), confirmed)).toBe(false);
    expect(maySettle(works(['admin', 'north'], ['staff', 'south']), confirmed)).toBe(false);
    expect(maySettle(works(['admin', 'north'], ['admin', 'south']), confirmed)).toBe(true);
  });

  it('that no hub knows is up to whoever administers the system', () => {
    for (const isConfirmed of [true, false]) {
      expect(maySettle(works(['admin', 'north']), { isConfirmed, hubIds: [] })).toBe(false);
      expect(maySettle({ ...works(), isSystemAdmin: true }, { isConfirmed, hubIds: [] })).toBe(true);
    }
  });
});
