import type { Locale, SecondFactorMethod } from '#libs/contracts';
import type { Standing } from '../rules/standing.js';

/** Who is asking: the signed-in person with the hubs where he or she works. */
export interface Viewer {
  accountId: string;
  sessionId: string;
  email: string;
  displayName: string;
  locale: Locale;
  /** Whether he or she wants to be reminded of bookings. */
  reminders: boolean;
  /** Named by the server's settings: administrator of every hub, and of those that come. */
  isSystemAdmin?: boolean;
  /** In which hubs he or she works; for a system administrator, in all. */
  roles: readonly { role: 'staff' | 'admin'; hubId: string; hub: string }[];
}

/** A viewer with how far his or her signing in has come; before that is all the way, without roles. */
export interface SignedIn extends Viewer {
  standing: Standing;
  /** What he or she could show as a second factor. */
  methods: readonly SecondFactorMethod[];
}

/** Whether somebody may set this hub's rules. */
export function isAdminOf(viewer: Viewer, hubId: string): boolean {
  return viewer.roles.some((role) => role.hubId === hubId && role.role === 'admin');
}

/** Whether somebody works in this hub; an administrator may do whatever staff may. */
export function isStaffOf(viewer: Viewer | undefined, hubId: string): boolean {
  return viewer?.roles.some((role) => role.hubId === hubId) ?? false;
}
