import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Loading } from './loading.js';
import { parts } from './parts.js';
import { Shell } from './shell/shell.js';

const AccountRoutes = lazy(parts.account);
const GuardianPage = lazy(parts.guardian);
const AccessibilityPage = lazy(parts.accessibility);
const StaffRoutes = lazy(parts.staff);
const ResidentRoutes = lazy(parts.resident);

/** Every page but the kiosk's. */
export default function Site() {
  return (
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
          <Route path="/accessibility">
            <AccessibilityPage />
          </Route>
          <Route path="/terms">
            <AccountRoutes />
          </Route>
          <Route>
            <ResidentRoutes />
          </Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
