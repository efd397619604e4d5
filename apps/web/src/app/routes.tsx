import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Loading } from './loading.js';
import { Shell } from './shell/shell.js';

const KioskPage = lazy(() => import('../features/kiosk/kiosk-page.js'));
const PairingPage = lazy(() => import('../features/kiosk/pairing/pairing-page.js'));
const StaffPage = lazy(() => import('../features/staff/staff-page.js'));
const DevicesPage = lazy(() => import('../features/staff/devices/devices-page.js'));
const FilamentPage = lazy(() => import('../features/staff/filament/filament-page.js'));
const PrintRulesPage = lazy(() => import('../features/staff/print-rules/print-rules-page.js'));
const PeoplePage = lazy(() => import('../features/staff/people/people-page.js'));
const PersonPage = lazy(() => import('../features/staff/person/person-page.js'));
const PrinterCarePage = lazy(() => import('../features/staff/printer-care/printer-care-page.js'));
const AccountRoutes = lazy(() => import('../features/account/account-routes.js'));
const GuardianPage = lazy(() => import('../features/guardian/guardian-page.js'));
const ResidentRoutes = lazy(() => import('../features/resident/resident-routes.js'));

/** Each audience is fetched on its own: the kiosk never carries the staff's screen. */
export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/kiosk/pair">
          <PairingPage />
        </Route>
        <Route path="/kiosk/:hub">{({ hub }) => <KioskPage key={hub} hub={hub} />}</Route>
        <Route>
          <Shell>
            <Suspense fallback={<Loading />}>
              <Switch>
                <Route path="/staff">
                  <StaffPage />
                </Route>
                <Route path="/staff/filament">
                  <FilamentPage />
                </Route>
                <Route path="/staff/print-rules">
                  <PrintRulesPage />
                </Route>
                <Route path="/staff/people">
                  <PeoplePage />
                </Route>
                <Route path="/staff/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
                <Route path="/staff/printers/:slug">{({ slug }) => <PrinterCarePage key={slug} slug={slug} />}</Route>
                <Route path="/staff/devices">
                  <DevicesPage />
                </Route>
                <Route path="/account">
                  <AccountRoutes />
                </Route>
                <Route path="/account/secure">
                  <AccountRoutes />
                </Route>
                <Route path="/sign-in">
                  <AccountRoutes />
                </Route>
                <Route path="/consent/:token">{({ token }) => <GuardianPage key={token} token={token} />}</Route>
                <Route path="/terms">
                  <AccountRoutes />
                </Route>
                <Route>
                  <ResidentRoutes />
                </Route>
              </Switch>
            </Suspense>
          </Shell>
        </Route>
      </Switch>
    </Suspense>
  );
}
