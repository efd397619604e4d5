import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import { PersonAgeService } from './person-age.service.js';
import { SessionRepository } from './session.repository.js';
import { SignInRepository } from './sign-in.repository.js';
import { SignInService } from './sign-in.service.js';

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
