import { isStaffOf, type Viewer } from '#libs/people';
import { Problem } from '#libs/platform';
import type { PrinterRepository, PrinterRow } from './printer.repository.js';

/**
 * A printer among the hubs where somebody works. Slugs are unique in a hub only: of two alike none is meant.
 * @throws Problem `not_found`
 */
export async function findForStaff(printers: PrinterRepository, viewer: Viewer, idOrSlug: string): Promise<PrinterRow> {
  const printer = await lookForStaff(printers, viewer, idOrSlug);
  if (printer === undefined) throw new Problem('not_found');
  return printer;
}

/** The same, for those who may see a printer for another reason, too. */
export async function lookForStaff(
  printers: PrinterRepository,
  viewer: Viewer,
  idOrSlug: string,
): Promise<PrinterRow | undefined> {
  const rows = await printers.list({ printer: idOrSlug }, viewer.locale);
  const [printer, alike] = rows.filter(({ hubId }) => isStaffOf(viewer, hubId));
  return alike === undefined ? printer : undefined;
}

/** @throws Problem `not_found`, `auth.forbidden` */
export async function findHubForStaff(
  printers: PrinterRepository,
  viewer: Viewer,
  idOrSlug: string,
): Promise<{ id: string; slug: string }> {
  const hub = await printers.findHub(idOrSlug);
  if (hub === undefined) throw new Problem('not_found');
  if (!isStaffOf(viewer, hub.id)) throw new Problem('auth.forbidden');
  return hub;
}
