import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { Registry } from 'prom-client';
import { AccessGuard, peopleEntities, PeopleModule, RateLimitGuard, ReadLogInterceptor } from '#libs/people';
import { PlatformModule, ProblemFilter, RateLimitModule, type Config } from '#libs/platform';
import { bookingEntities, BookingModule } from '#libs/booking';
import { printingEntities, PrintingModule } from '#libs/printing';
import { AuditController } from './audit/audit.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { SecondStepController } from './auth/second-step.controller.js';
import { AccessibilityController } from './accessibility/accessibility.controller.js';
import { BoardController } from './board/board.controller.js';
import { BoardService } from './board/board.service.js';
import { WalkUpsController } from './bookings/walk-ups.controller.js';
import { KioskAdmission } from './kiosk/kiosk-admission.service.js';
import { KioskController } from './kiosk/kiosk.controller.js';
import { BookingLifeController } from './bookings/booking-life.controller.js';
import { BookingsController } from './bookings/bookings.controller.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { ClosuresController } from './closures/closures.controller.js';
import { FaultsController } from './closures/faults.controller.js';
import { OutOfOrderController } from './closures/out-of-order.controller.js';
import { DemoSeeder } from './demo/demo.seeder.js';
import { MailboxController } from './demo/mailbox.controller.js';
import { DevicesController } from './devices/devices.controller.js';
import { PairingsController } from './devices/pairings.controller.js';
import { GuardianConsentController } from './guardians/guardian-consent.controller.js';
import { GuardianLinksController } from './guardians/guardian-links.controller.js';
import { MyGuardianConsentController } from './guardians/my-guardian-consent.controller.js';
import { HealthController } from './health/health.controller.js';
import { createMetricsRegistry } from './health/metrics-registry.js';
import { MetricsController } from './health/metrics.controller.js';
import { HubsController } from './hubs/hubs.controller.js';
import { HubSetupController } from './hubs/hub-setup.controller.js';
import { PlaceSetupController } from './hubs/place-setup.controller.js';
import { ResourcePictureController } from './hubs/resource-picture.controller.js';
import { OpeningController } from './hubs/opening.controller.js';
import { PoliciesController } from './hubs/policies.controller.js';
import { InductionKindsController } from './inductions/induction-kinds.controller.js';
import { InductionSessionsController } from './inductions/induction-sessions.controller.js';
import { InductionsController } from './inductions/inductions.controller.js';
import { LiveController } from './live/live.controller.js';
import { ConsentsController } from './consents/consents.controller.js';
import { MeController } from './me/me.controller.js';
import { SessionsController } from './me/sessions.controller.js';
import { ProviderSignInController } from './auth/provider-sign-in.controller.js';
import { MembershipsController } from './me/memberships.controller.js';
import { NotificationsController } from './me/notifications.controller.js';
import { MembershipReviewController } from './organisations/membership-review.controller.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PersonReads } from './people/person-reads.service.js';
import { RolesController } from './people/roles.controller.js';
import { FilamentController } from './filament/filament.controller.js';
import { SpoolmanController } from './filament/spoolman.controller.js';
import { SpoolsController } from './filament/spools.controller.js';
import { StatedMaterialController } from './filament/stated-material.controller.js';
import { PrintFilesController } from './print-jobs/print-files.controller.js';
import { PrintJobsController } from './print-jobs/print-jobs.controller.js';
import { PrintApprovalController } from './print-jobs/print-approval.controller.js';
import { PrintAttachmentController } from './print-jobs/print-attachment.controller.js';
import { PrintReviewController } from './print-jobs/print-review.controller.js';
import { AttemptPictureController } from './print-jobs/attempt-picture.controller.js';
import { PrintPreviewsController } from './print-jobs/print-previews.controller.js';
import { DueCareController } from './printers/due-care.controller.js';
import { AlarmsController } from './printers/alarms.controller.js';
import { PrinterCareController } from './printers/printer-care.controller.js';
import { PrinterFactsController } from './printers/printer-facts.controller.js';
import { BridgePrintersController } from './printers/bridge-printers.controller.js';
import { PrinterSetupController } from './printers/printer-setup.controller.js';
import { PrinterOrderController } from './printers/printer-order.controller.js';
import { PictureDeliveryController } from './printers/picture-delivery.controller.js';
import { PrinterPictureController } from './printers/printer-picture.controller.js';
import { PrinterTemperaturesController } from './printers/printer-temperatures.controller.js';
import { PrintersController } from './printers/printers.controller.js';
import { ErasureController } from './privacy/erasure.controller.js';
import { SecurityTxtController } from './security/security-txt.controller.js';
import { ExportController } from './privacy/export.controller.js';
import { PasskeysController } from './second-factors/passkeys.controller.js';
import { SecondFactorResetController } from './second-factors/second-factor-reset.controller.js';
import { SecondFactorsController } from './second-factors/second-factors.controller.js';
import { ReadsController } from './privacy/reads.controller.js';
import { SeriesController } from './series/series.controller.js';
import { WaitingListController } from './waiting-list/waiting-list.controller.js';

@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(config, [...peopleEntities, ...bookingEntities, ...printingEntities]),
        RateLimitModule,
        PeopleModule,
        BookingModule,
        PrintingModule,
        TerminusModule.forRoot({ errorLogStyle: 'json' }),
      ],
      controllers: [
        AuthController,
        ProviderSignInController,
        SecondStepController,
        MeController,
        SessionsController,
        MembershipsController,
        NotificationsController,
        OrganisationsController,
        MembershipReviewController,
        ConsentsController,
        SecondFactorsController,
        PasskeysController,
        SecondFactorResetController,
        HubsController,
        HubSetupController,
        PlaceSetupController,
        ResourcePictureController,
        PoliciesController,
        InductionKindsController,
        OpeningController,
        InductionsController,
        InductionSessionsController,
        PeopleController,
        RolesController,
        GuardianConsentController,
        GuardianLinksController,
        MyGuardianConsentController,
        AuditController,
        DevicesController,
        PairingsController,
        CalendarsController,
        BookingsController,
        BookingLifeController,
        WalkUpsController,
        KioskController,
        WaitingListController,
        ClosuresController,
        OutOfOrderController,
        FaultsController,
        PrinterOrderController,
        PrinterSetupController,
        BridgePrintersController,
        AlarmsController,
        PrinterCareController,
        DueCareController,
        PictureDeliveryController,
        PrinterPictureController,
        PrinterTemperaturesController,
        PrinterFactsController,
        BoardController,
        AccessibilityController,
        LiveController,
        MailboxController,
        HealthController,
        MetricsController,
        SecurityTxtController,
        PrintersController,
        PrintFilesController,
        FilamentController,
        SpoolmanController,
        SpoolsController,
        StatedMaterialController,
        PrintJobsController,
        PrintApprovalController,
        AttemptPictureController,
        PrintPreviewsController,
        PrintAttachmentController,
        PrintReviewController,
        SeriesController,
        ErasureController,
        ExportController,
        ReadsController,
      ],
      providers: [
        BoardService,
        KioskAdmission,
        PersonReads,
        DemoSeeder,
        { provide: Registry, useFactory: createMetricsRegistry },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_INTERCEPTOR, useExisting: ReadLogInterceptor },
      ],
    };
  }
}
