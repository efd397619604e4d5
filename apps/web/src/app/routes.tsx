import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Loading } from './loading.js';
import { Shell } from './shell/shell.js';

const KioskPage = lazy(() => import('../features/kiosk/kiosk-page.js'));
const PairingPage = lazy(() => import('../features/kiosk/pairing/pairing-page.js'));
const AccountRoutes = lazy(() => import('../features/account/account-routes.js'));
const GuardianPage = lazy(() => import('../features/guardian/guardian-page.js'));
const StaffRoutes = lazy(() => import('../features/staff/staff-routes.js'));
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
                <Route path="/staff/*?">
                  <StaffRoutes />
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
