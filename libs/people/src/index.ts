export { Access, CurrentViewer, RequestLocale } from './access/access.js';
export { AccessGuard } from './access/access.guard.js';
export { Account, peopleEntities } from './account/account.entity.js';
export { AccountService, describeMe } from './account/account.service.js';
export { PersonAgeService } from './account/person-age.service.js';
export { PeopleModule } from './people.module.js';
export { sessionCookieFor } from './sign-in/session-cookie.js';
export { SignInService } from './sign-in/sign-in.service.js';
export { isAdminOf, isStaffOf, type Viewer } from './access/viewer.js';
