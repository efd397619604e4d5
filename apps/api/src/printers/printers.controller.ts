import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  idOrSlugSchema,
  printerListSchema,
  printerSchema,
  queueSchema,
  type Locale,
  type Printer,
  type Queue,
} from '#libs/contracts';
import { Access, CurrentViewer, RequestLocale, type Viewer } from '#libs/people';
import { PrinterControlService, PrintingViewService } from '#libs/printing';

/** Commands answer 202: what they do is seen on the printer a moment later. */
@ApiTags('printers')
@Controller()
export class PrintersController {
  constructor(
    private readonly views: PrintingViewService,
    private readonly control: PrinterControlService,
  ) {}

  @Get('hubs/:hub/printers')
  @Access('public')
  @ApiOkResponse({ standardSchema: printerListSchema })
  async list(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer | undefined,
    @RequestLocale() locale: Locale,
  ): Promise<{ items: Printer[]; nextCursor: null }> {
    return { items: await this.views.hubPrinters(hub, viewer, locale), nextCursor: null };
  }

  @Get('hubs/:hub/queue')
  @Access('public')
  @ApiOkResponse({ standardSchema: queueSchema })
  queue(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer | undefined,
  ): Promise<Queue> {
    return this.views.queue(hub, viewer);
  }

  @Get('printers/:id')
  @Access('public')
  @ApiOkResponse({ standardSchema: printerSchema })
  show(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @CurrentViewer() viewer: Viewer | undefined,
    @RequestLocale() locale: Locale,
  ): Promise<Printer> {
    return this.views.printer(id, viewer, locale);
  }

  @Post('printers/:id/pause')
  @HttpCode(202)
  @Access('staff')
  @ApiAcceptedResponse()
  pause(@Param('id', { schema: idOrSlugSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.control.pauseOrResume(viewer, id, 'pause');
  }

  @Post('printers/:id/resume')
  @HttpCode(202)
  @Access('staff')
  @ApiAcceptedResponse()
  resume(@Param('id', { schema: idOrSlugSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.control.pauseOrResume(viewer, id, 'resume');
  }

  @Post('printers/:id/cancel')
  @HttpCode(202)
  @Access('staff')
  @ApiAcceptedResponse()
  cancel(@Param('id', { schema: idOrSlugSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.control.cancel(viewer, id);
  }

  @Post('printers/:id/clear-plate')
  @HttpCode(202)
  @Access('staff')
  @ApiAcceptedResponse()
  clearPlate(@Param('id', { schema: idOrSlugSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.control.clearPlate(viewer, id);
  }
}
