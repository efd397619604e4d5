import { Module } from '@nestjs/common';
import { BookingModule } from '#libs/booking';
import { AttemptEndingService } from './attempt-ending.service.js';
import { AttemptOutcomeService } from './attempt-outcome.service.js';
import { AttemptRepository } from './attempt.repository.js';
import { BridgeLink } from './bridge-link.js';
import { BridgeListener } from './bridge-listener.js';
import { BridgePresenceService } from './bridge-presence.service.js';
import { Bridge } from './bridge.entity.js';
import { BridgeRepository } from './bridge.repository.js';
import { DispatchService } from './dispatch.service.js';
import { PlanningRepository } from './planning.repository.js';
import { PlanningService } from './planning.service.js';
import { PrintAnalysisService } from './print-analysis.service.js';
import { PrintAttempt } from './print-attempt.entity.js';
import { PrintCancelService } from './print-cancel.service.js';
import { PrintFileLink } from './print-file-link.js';
import { PrintFileService } from './print-file.service.js';
import { PrintJobViewRepository } from './print-job-view.repository.js';
import { PrintJob } from './print-job.entity.js';
import { PrintJobRepository } from './print-job.repository.js';
import { PrintReconciler } from './print-reconciler.js';
import { PrintReviewService } from './print-review.service.js';
import { PrintThumbnailService } from './print-thumbnail.service.js';
import { PrintUploadService } from './print-upload.service.js';
import { PrinterCommandService } from './printer-command.service.js';
import { PrinterControlService } from './printer-control.service.js';
import { PrinterReportRepository } from './printer-report.repository.js';
import { PrinterIngestService } from './printer-ingest.service.js';
import { Printer } from './printer.entity.js';
import { PrinterRepository } from './printer.repository.js';
import { PrintingViewService } from './printing-view.service.js';

/** For the data source of every process that has prints. */
export const printingEntities = [Bridge, Printer, PrintAttempt, PrintJob];

const forPeople = [
  PrintCancelService,
  PrinterControlService,
  PrintFileService,
  PrintingViewService,
  PrintReviewService,
  PrintThumbnailService,
  PrintUploadService,
];
const shared = [AttemptRepository, PrinterRepository, PrintFileLink, PrintJobRepository, PrintJobViewRepository];

/** What people do with prints and printers: the API's half. */
@Module({
  imports: [BookingModule],
  providers: [...forPeople, ...shared],
  exports: [...forPeople, ...shared],
})
export class PrintingModule {}

/** What happens by itself: analysis, planning, dispatch, and listening to the bridges. The worker's half. */
@Module({
  imports: [PrintingModule, BookingModule],
  providers: [
    AttemptEndingService,
    AttemptOutcomeService,
    BridgeLink,
    BridgeListener,
    BridgePresenceService,
    BridgeRepository,
    DispatchService,
    PlanningRepository,
    PlanningService,
    PrintAnalysisService,
    PrinterCommandService,
    PrinterIngestService,
    PrinterReportRepository,
    PrintReconciler,
  ],
})
export class PrintingWorkModule {}
