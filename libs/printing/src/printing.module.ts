import { Module } from '@nestjs/common';
import { BookingModule } from '#libs/booking';
import { BlocksModule, PeopleModule } from '#libs/people';
import { ApprovalRuleRepository } from './approval/approval-rule.repository.js';
import { ApprovalRuleService } from './approval/approval-rule.service.js';
import { AutoApprovalService } from './approval/auto-approval.service.js';
import { AttemptEndingService } from './dispatch/attempt-ending.service.js';
import { AttemptOutcomeService } from './dispatch/attempt-outcome.service.js';
import { AttemptRepository } from './dispatch/attempt.repository.js';
import { BridgeAccessService } from './bridge/bridge-access.service.js';
import { BridgeLink } from './bridge/bridge-link.js';
import { BridgeListener } from './bridge/bridge-listener.js';
import { BridgePresenceService } from './bridge/bridge-presence.service.js';
import { Bridge } from './bridge/bridge.entity.js';
import { BridgeRepository } from './bridge/bridge.repository.js';
import { BrokerFiles } from './bridge/broker-files.js';
import { CareRepository } from './care/care.repository.js';
import { AttemptPictureRepository } from './camera/attempt-picture.repository.js';
import { AttemptPictureView } from './camera/attempt-picture-view.service.js';
import { CameraRepository } from './camera/camera.repository.js';
import { CameraViewService } from './camera/camera-view.service.js';
import { FailurePictures } from './camera/failure-picture.service.js';
import { PictureDeliveryService } from './camera/picture-delivery.service.js';
import { PictureKeeping } from './camera/picture-keeping.js';
import { PictureLink } from './camera/picture-link.js';
import { PictureRounds } from './camera/picture-rounds.js';
import { CareRounds } from './care/care-rounds.js';
import { PrinterCareService } from './care/printer-care.service.js';
import { CarePersonalData } from './care/care-personal-data.js';
import { DispatchService } from './dispatch/dispatch.service.js';
import { AllowanceRepository } from './filament/allowance.repository.js';
import { AllowanceService } from './filament/allowance.service.js';
import { FilamentOverviewService } from './filament/filament-overview.service.js';
import { FilamentRulesRepository } from './filament/filament-rules.repository.js';
import { SpoolExchange } from './filament/spool-exchange.service.js';
import { PrintAdmission } from './job/print-admission.service.js';
import { FilamentDesk } from './filament/filament-desk.js';
import { FilamentQueueRepository } from './filament/filament-queue.repository.js';
import { FilamentUseRepository } from './filament/filament-use.repository.js';
import { LoadedShortageRepository } from './filament/loaded-shortage.repository.js';
import { LoadedFilamentRepository } from './filament/loaded-filament.repository.js';
import { SpoolLoading } from './filament/spool-loading.service.js';
import { SpoolRepository } from './filament/spool.repository.js';
import { SpoolService } from './filament/spool.service.js';
import { PickUpRepository } from './pick-up/pick-up.repository.js';
import { PickUpService } from './pick-up/pick-up.service.js';
import { ShelfService } from './pick-up/shelf.service.js';
import { LocalPrint } from './local-print/local-print.entity.js';
import { LocalPrintRepository } from './local-print/local-print.repository.js';
import { LocalPrintService } from './local-print/local-print.service.js';
import { PlanningRepository } from './planning/planning.repository.js';
import { PrintStartService } from './planning/print-start.service.js';
import { PlanningService } from './planning/planning.service.js';
import { AnalysisEnding } from './analysis/analysis-ending.service.js';
import { PrintAnalysisService } from './analysis/print-analysis.service.js';
import { PrintAttempt } from './dispatch/print-attempt.entity.js';
import { PrintCancelService } from './job/print-cancel.service.js';
import { PrintPauseService } from './job/print-pause.service.js';
import { PrintFileLink } from './upload/print-file-link.js';
import { PrintFileService } from './upload/print-file.service.js';
import { PrintJobViewRepository } from './job/print-job-view.repository.js';
import { PrintJob } from './job/print-job.entity.js';
import { PrintJobRepository } from './job/print-job.repository.js';
import { PersonalPrintRepository } from './privacy/personal-print.repository.js';
import { PrintAbandonService } from './privacy/print-abandon.service.js';
import { ModelSlicer } from './slicing/model-slicer.js';
import { OrphanFiles } from './privacy/orphan-files.js';
import { PrintFileForgetter } from './privacy/print-file-forgetter.js';
import { PrintingPersonalData } from './privacy/printing-personal-data.js';
import { PrintReconciler } from './dispatch/print-reconciler.js';
import { PrintAttachmentService } from './upload/print-attachment.service.js';
import { PrintFileChange } from './upload/print-file-change.service.js';
import { PrintReplaceService } from './upload/print-replace.service.js';
import { PrintReorderService } from './job/print-reorder.service.js';
import { PrintReviewService } from './job/print-review.service.js';
import { PrintPreviewService } from './upload/print-preview.service.js';
import { PrintUploadService } from './upload/print-upload.service.js';
import { PrinterCommandService } from './printer/printer-command.service.js';
import { PrinterControlService } from './printer/printer-control.service.js';
import { PrinterReportRepository } from './printer/printer-report.repository.js';
import { PrinterIngestService } from './printer/printer-ingest.service.js';
import { PrinterFactsRepository } from './printer/printer-facts.repository.js';
import { PrinterFactsService } from './printer/printer-facts.service.js';
import { Printer } from './printer/printer.entity.js';
import { ReportFoldingService } from './printer/report-folding.service.js';
import { PrinterRepository } from './printer/printer.repository.js';
import { AlarmRepository } from './alarm/alarm.repository.js';
import { AlarmRounds } from './alarm/alarm-rounds.js';
import { AlarmViewService } from './alarm/alarm-view.service.js';
import { MachineKeeping } from './privacy/machine-keeping.js';
import { TemperatureRecorder } from './temperature/temperature-recorder.js';
import { TemperatureRepository } from './temperature/temperature.repository.js';
import { TemperatureViewService } from './temperature/temperature-view.service.js';
import { BridgeCommandService } from './setup/bridge-command.service.js';
import { PrinterSetupRepository } from './setup/printer-setup.repository.js';
import { PrinterSetupService } from './setup/printer-setup.service.js';
import { PrintingViewService } from './job/printing-view.service.js';

/** For the data source of every process that has prints. */
export const printingEntities = [Bridge, LocalPrint, Printer, PrintAttempt, PrintJob];

const forPeople = [
  AlarmViewService,
  AttemptPictureView,
  CameraViewService,
  PictureDeliveryService,
  PictureKeeping,
  ApprovalRuleService,
  AllowanceService,
  FilamentOverviewService,
  PickUpService,
  PrintCancelService,
  PrintPauseService,
  PrinterCareService,
  PrinterControlService,
  PrinterFactsService,
  PrinterSetupService,
  PrintFileService,
  PrintingViewService,
  PrintAttachmentService,
  PrintFileChange,
  PrintReplaceService,
  LoadedShortageRepository,
  PrintReorderService,
  PrintReviewService,
  PrintPreviewService,
  PrintUploadService,
  SpoolExchange,
  SpoolLoading,
  SpoolService,
  TemperatureViewService,
];
const shared = [
  AlarmRepository,
  AttemptPictureRepository,
  CameraRepository,
  PictureLink,
  ApprovalRuleRepository,
  AllowanceRepository,
  FilamentRulesRepository,
  PrintAdmission,
  AttemptRepository,
  FilamentDesk,
  FilamentQueueRepository,
  LoadedFilamentRepository,
  CareRepository,
  PickUpRepository,
  PrinterFactsRepository,
  PrinterRepository,
  PrinterSetupRepository,
  PrintFileLink,
  PrintJobRepository,
  PrintJobViewRepository,
  SpoolRepository,
  TemperatureRepository,
];

const privacy = [CarePersonalData, PersonalPrintRepository, PrintAbandonService, PrintingPersonalData, MachineKeeping];

/** What people do with prints and printers: the API's half. */
@Module({
  imports: [BookingModule, BlocksModule, PeopleModule],
  providers: [...forPeople, ...shared, ...privacy],
  exports: [...forPeople, ...shared],
})
export class PrintingModule {}

/** What happens by itself: analysis, planning, dispatch, and listening to the bridges. The worker's half. */
@Module({
  imports: [PrintingModule, BookingModule, BlocksModule, PeopleModule],
  providers: [
    AlarmRounds,
    AttemptEndingService,
    AutoApprovalService,
    AttemptOutcomeService,
    BridgeAccessService,
    BridgeCommandService,
    BrokerFiles,
    CareRounds,
    BridgeLink,
    BridgeListener,
    BridgePresenceService,
    BridgeRepository,
    DispatchService,
    ModelSlicer,
    OrphanFiles,
    LocalPrintRepository,
    LocalPrintService,
    FilamentUseRepository,
    PlanningRepository,
    PlanningService,
    PrintStartService,
    AnalysisEnding,
    PrintAnalysisService,
    PictureRounds,
    FailurePictures,
    PrintFileForgetter,
    PrinterCommandService,
    PrinterIngestService,
    PrinterReportRepository,
    PrintReconciler,
    ReportFoldingService,
    ShelfService,
    TemperatureRecorder,
  ],
})
export class PrintingWorkModule {}
