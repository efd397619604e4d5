import type { StaffMessages } from './staff-fi.js';
import { svCare } from './care-sv.js';
import { svSetup } from './setup-sv.js';
import { svNotifications } from './notifications-sv.js';
import { svWatch } from './watch-sv.js';
import { svPerson } from './person-sv.js';
import { svPeople } from './people-sv.js';
import { svRecord } from './record-sv.js';
import { svFaults } from './faults-sv.js';
import { svQr } from './qr-sv.js';
import { svMachine } from './machine-sv.js';
import { svSpools } from './spools-sv.js';
import { svClosing } from './closing-sv.js';
import { svPlan } from './plan-sv.js';
import { svPolicies } from './policies-sv.js';
import { svHours } from './hours-sv.js';
import { svSeries } from './series-sv.js';
import { svThings } from './things-sv.js';
import { svPrintDesk } from './print-desk-sv.js';
import { svPrintRules } from './print-rules-sv.js';

export const svStaff: StaffMessages = {
  ...svCare,
  ...svWatch,
  ...svNotifications,
  ...svSetup,
  ...svPerson,
  ...svPeople,
  ...svPrintDesk,
  ...svRecord,
  ...svPrintRules,
  ...svSpools,
  ...svMachine,
  ...svQr,
  ...svFaults,
  ...svPlan,
  ...svClosing,
  ...svPolicies,
  ...svHours,
  ...svSeries,
  ...svThings,
};
