import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Loading } from './loading.js';
import { parts } from './parts.js';

const KioskPage = lazy(parts.kiosk);
const PairingPage = lazy(parts.pairing);
const Site = lazy(() => import('./site.js'));

/** The screen on the wall, and everything else. */
export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/kiosk/pair">
          <PairingPage />
        </Route>
        <Route path="/kiosk/:hub">{({ hub }) => <KioskPage key={hub} hub={hub} />}</Route>
        <Route>
          <Site />
        </Route>
      </Switch>
    </Suspense>
  );
}
