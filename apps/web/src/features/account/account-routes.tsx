import { Route, Switch } from 'wouter';
import { AccountPage } from './account-page.js';
import { SignInPage } from './sign-in-page.js';

export default function AccountRoutes() {
  return (
    <Switch>
      <Route path="/account">
        <AccountPage />
      </Route>
      <Route path="/sign-in">
        <SignInPage />
      </Route>
    </Switch>
  );
}
