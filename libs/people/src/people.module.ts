import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { AccountRepository } from './account/account.repository.js';
import { AccountService } from './account/account.service.js';
import { AuditReader } from './audit/audit-reader.repository.js';
import { AuditService } from './audit/audit.service.js';
import { BridgeAccountRepository } from './device/bridge-account.repository.js';
import { DeviceIdentity } from './device/device-identity.js';
import { DeviceRepository } from './device/device.repository.js';
import { DeviceService } from './device/device.service.js';
import { PairingRepository } from './device/pairing.repository.js';
import { PairingService } from './device/pairing.service.js';
import { PersonAgeService } from './account/person-age.service.js';
import { ConsentRepository } from './consent/consent.repository.js';
import { ConsentService } from './consent/consent.service.js';
import { GuardianAnswers } from './guardian/guardian-answers.service.js';
import { GuardianConsentRepository } from './guardian/guardian-consent.repository.js';
import { GuardianConsentService } from './guardian/guardian-consent.service.js';
import { GuardianConsents } from './guardian/guardian-consents.service.js';
import { GuardianLinkRepository } from './guardian/guardian-link.repository.js';
import { BlocksModule } from './block/blocks.module.js';
import { BlockService } from './block/block.service.js';
import { NoteRepository } from './note/note.repository.js';
import { NoteService } from './note/note.service.js';
import { StaffNotificationRepository } from './notification/staff-notification.repository.js';
import { StaffNotificationsService } from './notification/staff-notifications.service.js';
import { StaffNotifier } from './notification/staff-notifier.service.js';
import { MembershipRepository } from './organisation/membership.repository.js';
import { OrganisationRepository } from './organisation/organisation.repository.js';
import { MembershipService } from './organisation/membership.service.js';
import { OrganisationService } from './organisation/organisation.service.js';
import { PersonReader } from './person/person-reader.repository.js';
import { PersonService } from './person/person.service.js';
import { RoleRepository } from './roles/role.repository.js';
import { RoleService } from './roles/role.service.js';
import { ErasureService } from './privacy/erasure.service.js';
import { ExportService } from './privacy/export.service.js';
import { PeoplePersonalData } from './privacy/people-personal-data.js';
import { PersonRepository } from './privacy/person.repository.js';
import { PersonalDataRegistry } from './privacy/personal-data-registry.js';
import { ReadLogInterceptor } from './privacy/read-log.interceptor.js';
import { ReadLogRepository } from './privacy/read-log.repository.js';
import { ReadLogService } from './privacy/read-log.service.js';
import { SettlingService } from './privacy/settling.service.js';
import { FactorChange } from './second-factor/factor-change.js';
import { PasskeyCeremony } from './second-factor/passkey-ceremony.js';
import { PasskeyRepository } from './second-factor/passkey.repository.js';
import { PasskeyService } from './second-factor/passkey.service.js';
import { RecoveryCodeRepository } from './second-factor/recovery-code.repository.js';
import { RecoveryCodeService } from './second-factor/recovery-code.service.js';
import { SecondFactorListService } from './second-factor/second-factor-list.service.js';
import { SecondFactorRepository } from './second-factor/second-factor.repository.js';
import { SecondFactorResetService } from './second-factor/second-factor-reset.service.js';
import { SecondFactorTries } from './second-factor/second-factor-tries.js';
import { SecondStepService } from './second-factor/second-step.service.js';
import { TotpRepository } from './second-factor/totp.repository.js';
import { TotpService } from './second-factor/totp.service.js';
import { SessionRepository } from './sign-in/session.repository.js';
import { ProviderClient } from './oidc/provider-client.js';
import { ProviderIdentityRepository } from './oidc/provider-identity.repository.js';
import { ProviderSignInService } from './oidc/provider-sign-in.service.js';
import { SessionsService } from './sign-in/sessions.service.js';
import { SignInCodes } from './sign-in/sign-in-codes.service.js';
import { SignInRepository } from './sign-in/sign-in.repository.js';
import { SignInTriesRepository } from './sign-in/sign-in-tries.repository.js';
import { SignInService } from './sign-in/sign-in.service.js';

const guardianServices = [GuardianAnswers, GuardianConsentService, GuardianConsents];

const secondFactorServices = [
  PasskeyCeremony,
  PasskeyService,
  RecoveryCodeService,
  SecondFactorListService,
  SecondFactorResetService,
  SecondStepService,
  TotpService,
];

@Module({
  imports: [DiscoveryModule, BlocksModule],
  providers: [
    AccountRepository,
    AccountService,
    AuditReader,
    AuditService,
    PersonAgeService,
    BlockService,
    GuardianConsentRepository,
    GuardianLinkRepository,
    ...guardianServices,
    NoteRepository,
    NoteService,
    StaffNotificationRepository,
    StaffNotificationsService,
    StaffNotifier,
    MembershipRepository,
    OrganisationRepository,
    OrganisationService,
    MembershipService,
    PersonReader,
    PersonService,
    RoleRepository,
    RoleService,
    SessionRepository,
    ProviderClient,
    ProviderIdentityRepository,
    ProviderSignInService,
    ConsentRepository,
    ConsentService,
    SessionsService,
    SignInCodes,
    SignInRepository,
    SignInTriesRepository,
    SignInService,
    BridgeAccountRepository,
    DeviceIdentity,
    DeviceRepository,
    DeviceService,
    PairingRepository,
    PairingService,
    FactorChange,
    PasskeyRepository,
    RecoveryCodeRepository,
    SecondFactorRepository,
    SecondFactorTries,
    TotpRepository,
    ...secondFactorServices,
    AccessGuard,
    PersonRepository,
    PersonalDataRegistry,
    PeoplePersonalData,
    SettlingService,
    ErasureService,
    ExportService,
    ReadLogInterceptor,
    ReadLogRepository,
    ReadLogService,
  ],
  exports: [
    AccountService,
    AuditService,
    PersonAgeService,
    RoleService,
    SignInService,
    ConsentService,
    SessionsService,
    ProviderClient,
    ProviderSignInService,
    BridgeAccountRepository,
    DeviceIdentity,
    DeviceService,
    PairingService,
    BlockService,
    ...guardianServices,
    NoteService,
    StaffNotificationsService,
    OrganisationService,
    MembershipService,
    PersonService,
    AccessGuard,
    ErasureService,
    ExportService,
    ReadLogInterceptor,
    ReadLogService,
    PersonRepository,
    PersonalDataRegistry,
    ...secondFactorServices,
  ],
})
export class PeopleModule {}
