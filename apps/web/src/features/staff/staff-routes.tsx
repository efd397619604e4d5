import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { NotFoundPage } from '../../shared/ui/not-found-page.js';
import { StaffTexts } from './staff-texts.js';

const DevicesPage = lazy(() => import('./devices/devices-page.js'));
const FilamentPage = lazy(() => import('./filament/filament-page.js'));
const HoursPage = lazy(() => import('./hours/hours-page.js'));
const NotificationsPage = lazy(() => import('./notifications/notifications-page.js'));
const PeoplePage = lazy(() => import('./people/people-page.js'));
const PersonPage = lazy(() => import('./person/person-page.js'));
const PrinterCarePage = lazy(() => import('./printer-care/printer-care-page.js'));
const ClosingPage = lazy(() => import('./closing/closing-page.js'));
const PlanPage = lazy(() => import('./calendar/plan-page.js'));
const PoliciesPage = lazy(() => import('./policies/policies-page.js'));
const RecordPage = lazy(() => import('./record/record-page.js'));
const OneSeriesPage = lazy(() => import('./series/one-series-page.js'));
const SeriesPage = lazy(() => import('./series/series-page.js'));
const PrinterSetupPage = lazy(() => import('./printer-setup/printer-setup-page.js'));
const PrintRulesPage = lazy(() => import('./print-rules/print-rules-page.js'));
const QrSheetPage = lazy(() => import('./qr-sheet/qr-sheet-page.js'));
const ResourcesPage = lazy(() => import('./resources/resources-page.js'));
const SpoolPage = lazy(() => import('./filament/spool-page.js'));
const StaffPage = lazy(() => import('./staff-page.js'));

/** Every page of staff is fetched when somebody goes there, and their texts with the first of them. */
export default function StaffRoutes() {
  return (
    <StaffTexts>
      <Switch>
        <Route path="/staff">
          <StaffPage />
        </Route>
        <Route path="/staff/closing">
          <ClosingPage />
        </Route>
        <Route path="/staff/calendar/:day?">{({ day }) => <PlanPage key={day} start={day} />}</Route>
        <Route path="/staff/rules/:scope?/:target?">
          {({ scope, target }) => <PoliciesPage scope={scope} target={target} />}
        </Route>
        <Route path="/staff/hours">
          <HoursPage />
        </Route>
        <Route path="/staff/series">
          <SeriesPage />
        </Route>
        <Route path="/staff/series/:id/:date?">
          {({ id, date }) => <OneSeriesPage key={id} id={id} date={date} />}
        </Route>
        <Route path="/staff/resources">
          <ResourcesPage />
        </Route>
        <Route path="/staff/filament">
          <FilamentPage />
        </Route>
        <Route path="/staff/filament/:number">{({ number }) => <SpoolPage key={number} number={number} />}</Route>
        <Route path="/staff/qr-codes">
          <QrSheetPage />
        </Route>
        <Route path="/staff/print-rules">
          <PrintRulesPage />
        </Route>
        <Route path="/staff/notifications">
          <NotificationsPage />
        </Route>
        <Route path="/staff/people">
          <PeoplePage />
        </Route>
        <Route path="/staff/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
        <Route path="/staff/add-printer">
          <PrinterSetupPage />
        </Route>
        <Route path="/staff/printers/:slug/setup">{({ slug }) => <PrinterSetupPage key={slug} slug={slug} />}</Route>
        <Route path="/staff/printers/:slug">{({ slug }) => <PrinterCarePage key={slug} slug={slug} />}</Route>
        <Route path="/staff/audit">
          <RecordPage />
        </Route>
        <Route path="/staff/devices">
          <DevicesPage />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </StaffTexts>
  );
}
