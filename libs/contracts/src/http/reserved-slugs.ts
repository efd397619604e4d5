/**
 * Names that no hub may have: the first parts of the web app's and the server's own addresses, and those that may
 * become one. A hub stands at `/SLUG` and its board at `/kiosk/SLUG`; one called `staff` could never be opened.
 */
const reservedSlugs: ReadonlySet<string> = new Set(
  `
  api assets docs health icons metrics static
  account admin consent consents login logout me people privacy security settings
  sign-in sign-out staff system terms organisation organisations guardian invite
  board book bookings calendar events hub hubs kiosk new p pair printers
  prints projects r register resources search series waiting-list workshop workshops
  about accessibility contact feedback help indicators reports statistics status
  survey surveys
  `
    .trim()
    .split(/\s+/),
);

/** Whether a name belongs to the service's own addresses, so that a hub of that name could not be reached. */
export function isReservedSlug(slug: string): boolean {
  return reservedSlugs.has(slug);
}
