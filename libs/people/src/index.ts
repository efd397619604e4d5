export { Access, CurrentViewer, RequestLocale } from './access.js';
export { AccessGuard } from './access.guard.js';
export { Account, peopleEntities } from './account.entity.js';
export { AccountService, describeMe } from './account.service.js';
export { PersonAgeService } from './person-age.service.js';
export { PeopleModule } from './people.module.js';
export { sessionCookieFor } from './session-cookie.js';
export { SignInService } from './sign-in.service.js';
export { isAdminOf, isStaffOf, type Viewer } from './viewer.js';
