import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { HomePage } from './home/home-page.js';
import { HubPage } from './home/hub-page.js';
import { NotFoundPage } from '../../shared/ui/not-found-page.js';

// What the first page does not need comes when it is asked for; the routes around this one wait for it.
const BookingPage = lazy(() => import('./booking/booking-page.js'));
const HerePage = lazy(() => import('./here/here-page.js'));
const MovePage = lazy(() => import('./bookings/change/move-page.js'));
const MyBookingsPage = lazy(() => import('./bookings/my-bookings-page.js'));
const MyPrintsPage = lazy(() => import('./prints/my-prints-page.js'));
const PrinterPage = lazy(() => import('./qr/printer-page.js'));
const PrintJobPage = lazy(() => import('./prints/print-job-page.js'));
const ResourcePage = lazy(() => import('./qr/resource-page.js'));
const SendPrintPage = lazy(() => import('./prints/send-print-page.js'));

export default function ResidentRoutes() {
  return (
    <Switch>
      <Route path="/">
        <HomePage />
      </Route>
      <Route path="/bookings">
        <MyBookingsPage />
      </Route>
      <Route path="/bookings/:id/move">{({ id }) => <MovePage key={id} id={id} />}</Route>
      <Route path="/prints">
        <MyPrintsPage />
      </Route>
      <Route path="/prints/new">
        <SendPrintPage />
      </Route>
      <Route path="/prints/:id">{({ id }) => <PrintJobPage key={id} id={id} />}</Route>
      <Route path="/p/:printer">{({ printer }) => <PrinterPage key={printer} slug={printer} />}</Route>
      <Route path="/r/:resource">{({ resource }) => <ResourcePage key={resource} slug={resource} />}</Route>
      <Route path="/:hub/here">{({ hub }) => <HerePage key={hub} hub={hub} />}</Route>
      <Route path="/:hub/book/:target">
        {({ hub, target }) => <BookingPage key={`${hub}/${target}`} hubSlug={hub} target={target} />}
      </Route>
      <Route path="/:hub">{({ hub }) => <HubPage key={hub} slug={hub} />}</Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
