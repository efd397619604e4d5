import type { audiences } from './route-audiences.js';
import type { Things } from './route-walk.js';

/** Who may use a route of the API, and what to send it. */
export interface Route {
  may: keyof typeof audiences;
  /** Whose id stands in the address. */
  id?: keyof Things;
  query?: string;
  /** Then it gets a session of its own: the next route wants one, too. */
  endsSession?: boolean;
  /** Then it gets an account of its own, unless it works in a hub. */
  endsAccount?: boolean;
  /** One that is well formed, so that nothing but the caller can be wrong; or what makes one. */
  body?: unknown;
}
