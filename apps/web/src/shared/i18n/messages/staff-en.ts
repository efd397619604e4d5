import type { StaffMessages } from './staff-fi.js';
import { enCare } from './care-en.js';
import { enSetup } from './setup-en.js';
import { enNotifications } from './notifications-en.js';
import { enWatch } from './watch-en.js';
import { enPerson } from './person-en.js';
import { enPeople } from './people-en.js';
import { enRecord } from './record-en.js';
import { enFaults } from './faults-en.js';
import { enQr } from './qr-en.js';
import { enMachine } from './machine-en.js';
import { enSpools } from './spools-en.js';
import { enClosing } from './closing-en.js';
import { enPlan } from './plan-en.js';
import { enPolicies } from './policies-en.js';
import { enHours } from './hours-en.js';
import { enSeries } from './series-en.js';
import { enThings } from './things-en.js';
import { enPrintDesk } from './print-desk-en.js';
import { enPrintRules } from './print-rules-en.js';

export const enStaff: StaffMessages = {
  ...enCare,
  ...enWatch,
  ...enNotifications,
  ...enSetup,
  ...enPerson,
  ...enPeople,
  ...enPrintDesk,
  ...enRecord,
  ...enPrintRules,
  ...enSpools,
  ...enMachine,
  ...enQr,
  ...enFaults,
  ...enPlan,
  ...enClosing,
  ...enPolicies,
  ...enHours,
  ...enSeries,
  ...enThings,
};
