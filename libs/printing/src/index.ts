export { PrintCancelService } from './job/print-cancel.service.js';
export { PrintFileService } from './upload/print-file.service.js';
export { PrintReviewService } from './job/print-review.service.js';
export { PrintThumbnailService } from './upload/print-thumbnail.service.js';
export { PrintUploadService } from './upload/print-upload.service.js';
export { PrinterControlService } from './printer/printer-control.service.js';
export { printingEntities, PrintingModule, PrintingWorkModule } from './printing.module.js';
export { PrintingViewService } from './job/printing-view.service.js';
