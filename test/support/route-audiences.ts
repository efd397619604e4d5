import type { Caller } from './route-walk.js';

/** Served, or refused for a reason that has nothing to do with who asks. */
type Verdict = 'in' | 401 | 403 | 404;

interface Audience {
  /** What the route declares by `@Access`. */
  level: 'public' | 'signing_in' | 'resident' | 'staff' | 'admin' | 'system' | 'device';
  told: Record<Caller, Verdict>;
}

/** Who may use a route, and what the others are told. Somebody else's thing is not there; a hub's is, but not for them. */
export const audiences = {
  anyone: { level: 'public', told: verdicts('in', 'in', 'in', 'in', 'in') },
  'anyone with its secret': { level: 'public', told: verdicts(404, 404, 404, 404, 404) },
  'anyone with the code': { level: 'public', told: verdicts(401, 401, 401, 401, 401) },
  'signing in': { level: 'signing_in', told: verdicts(401, 'in', 'in', 'in', 'in') },
  'signed in': { level: 'resident', told: verdicts(401, 'in', 'in', 'in', 'in') },
  'its owner': { level: 'resident', told: verdicts(401, 'in', 404, 404, 404) },
  'its owner or staff': { level: 'resident', told: verdicts(401, 'in', 404, 'in', 404) },
  // The resident's print is not on it in the walk.
  'staff, or whose print is on it': { level: 'resident', told: verdicts(401, 404, 404, 'in', 404) },
  'a device': { level: 'device', told: { ...verdicts(401, 401, 401, 401, 401), kiosk: 'in' } },
  'a bridge': { level: 'device', told: { ...verdicts(401, 401, 401, 401, 401), kiosk: 403 } },
  'any staff': { level: 'staff', told: verdicts(401, 403, 403, 'in', 'in') },
  'staff of the hub': { level: 'staff', told: verdicts(401, 403, 403, 'in', 403) },
  'staff of its hub': { level: 'staff', told: verdicts(401, 403, 403, 'in', 404) },
  'its author': { level: 'staff', told: { ...verdicts(401, 403, 403, 'in', 404), admin: 403 } },
  system: { level: 'system', told: verdicts(401, 403, 403, 403, 403) },
  'admin of its hub': {
    level: 'admin',
    told: { ...verdicts(401, 403, 403, 403, 403), admin: 'in', foreignAdmin: 404 },
  },
  'admin of the hub': { level: 'admin', told: { ...verdicts(401, 403, 403, 403, 403), admin: 'in' } },
  'any admin': {
    level: 'admin',
    told: { ...verdicts(401, 403, 403, 403, 403), admin: 'in', foreignAdmin: 'in' },
  },
} as const satisfies Record<string, Audience>;

function verdicts(nobody: Verdict, resident: Verdict, stranger: Verdict, staff: Verdict, foreign: Verdict) {
  return {
    nobody,
    impostor: nobody,
    // A screen is nobody in particular.
    kiosk: nobody,
    resident,
    stranger,
    staff,
    admin: staff,
    foreignStaff: foreign,
    foreignAdmin: foreign,
  };
}
