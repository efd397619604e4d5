import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { AccountPage } from './account-page.js';
import { SignInPage } from './sign-in-page.js';
import { TermsPage } from './terms/terms-page.js';

const SecurePage = lazy(() => import('./security/secure-page.js'));

export default function AccountRoutes() {
  return (
    <Switch>
      <Route path="/account">
        <AccountPage />
      </Route>
      <Route path="/account/secure">
        <SecurePage />
      </Route>
      <Route path="/sign-in">
        <SignInPage />
      </Route>
      <Route path="/terms">
        <TermsPage />
      </Route>
    </Switch>
  );
}
