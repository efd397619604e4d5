export { PrintCancelService } from './print-cancel.service.js';
export { PrintFileService } from './print-file.service.js';
export { PrintReviewService } from './print-review.service.js';
export { PrintThumbnailService } from './print-thumbnail.service.js';
export { PrintUploadService } from './print-upload.service.js';
export { PrinterControlService } from './printer-control.service.js';
export { printingEntities, PrintingModule, PrintingWorkModule } from './printing.module.js';
export { PrintingViewService } from './printing-view.service.js';
