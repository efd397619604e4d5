import type { StaffMessages } from './staff-fi.js';
import { enCare } from './care-en.js';
import { enWatch } from './watch-en.js';
import { enPerson } from './person-en.js';
import { enPeople } from './people-en.js';
import { enPrintRules } from './print-rules-en.js';

export const enStaff: StaffMessages = {
  ...enCare,
  ...enWatch,
  ...enPerson,
  ...enPeople,
  ...enPrintRules,
};
