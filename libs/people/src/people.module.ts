import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { AccountRepository } from './account/account.repository.js';
import { AccountService } from './account/account.service.js';
import { PersonAgeService } from './account/person-age.service.js';
import { SessionRepository } from './sign-in/session.repository.js';
import { SignInRepository } from './sign-in/sign-in.repository.js';
import { SignInService } from './sign-in/sign-in.service.js';

@Module({
  imports: [DiscoveryModule],
  providers: [
    AccountRepository,
    AccountService,
    PersonAgeService,
    SessionRepository,
    SignInRepository,
    SignInService,
    AccessGuard,
  ],
  exports: [AccountService, PersonAgeService, SignInService, AccessGuard],
})
export class PeopleModule {}
