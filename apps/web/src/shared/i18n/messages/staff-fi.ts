import { fiCare } from './care-fi.js';
import { fiSetup } from './setup-fi.js';
import { fiNotifications } from './notifications-fi.js';
import { fiWatch } from './watch-fi.js';
import { fiPerson } from './person-fi.js';
import { fiPeople } from './people-fi.js';
import { fiRecord } from './record-fi.js';
import { fiFaults } from './faults-fi.js';
import { fiQr } from './qr-fi.js';
import { fiMachine } from './machine-fi.js';
import { fiSpools } from './spools-fi.js';
import { fiClosing } from './closing-fi.js';
import { fiPlan } from './plan-fi.js';
import { fiPolicies } from './policies-fi.js';
import { fiHours } from './hours-fi.js';
import { fiSeries } from './series-fi.js';
import { fiThings } from './things-fi.js';
import { fiPrintDesk } from './print-desk-fi.js';
import { fiPrintRules } from './print-rules-fi.js';

/** What only staff’s pages say: fetched with the first of them, so that nobody else waits for it. */
export const fiStaff = {
  ...fiCare,
  ...fiWatch,
  ...fiNotifications,
  ...fiSetup,
  ...fiPerson,
  ...fiPeople,
  ...fiPrintDesk,
  ...fiRecord,
  ...fiPrintRules,
  ...fiSpools,
  ...fiMachine,
  ...fiQr,
  ...fiFaults,
  ...fiPlan,
  ...fiClosing,
  ...fiPolicies,
  ...fiHours,
  ...fiSeries,
  ...fiThings,
} as const;

/** Every such text of a language: no key may miss, none may be extra. */
export type StaffMessages = Record<keyof typeof fiStaff, string>;
