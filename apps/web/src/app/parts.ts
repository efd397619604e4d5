/** Each audience's pages, fetched when somebody needs it: the kiosk never carries the staff's screen. */
export const parts = {
  resident: () => import('../features/resident/resident-routes.js'),
  booking: () => import('../features/resident/booking/booking-page.js'),
  account: () => import('../features/account/account-routes.js'),
  guardian: () => import('../features/guardian/guardian-page.js'),
  accessibility: () => import('../features/accessibility/accessibility-page.js'),
  staff: () => import('../features/staff/staff-routes.js'),
  kiosk: () => import('../features/kiosk/kiosk-page.js'),
  pairing: () => import('../features/kiosk/pairing/pairing-page.js'),
};
