import { isAdminOf, isStaffOf, type Viewer } from '../access/viewer.js';

/**
 * Whether it is up to somebody to confirm, rename or merge an organisation. Organisations are shared: a new one is for
 * the staff of any hub that one of its people has to do with, one that stands for whoever administers all of them.
 */
export function maySettle(
  viewer: Viewer,
  { isConfirmed, hubIds }: { isConfirmed: boolean; hubIds: readonly string[] },
): boolean {
  if (viewer.isSystemAdmin === true) return true;
  if (!isConfirmed) return hubIds.some((hubId) => isStaffOf(viewer, hubId));
  return hubIds.length > 0 && hubIds.every((hubId) => isAdminOf(viewer, hubId));
}
