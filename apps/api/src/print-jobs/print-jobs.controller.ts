import { Controller, Get, Headers, HttpCode, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  idSchema,
  printJobListSchema,
  printJobQuerySchema,
  printJobSchema,
  type Locale,
  type PrintJob,
  type PrintJobQuery,
} from '#libs/contracts';
import { Access, CurrentViewer, RateLimited, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';
import {
  PickUpService,
  PrintCancelService,
  PrintingViewService,
  PrintPauseService,
  PrintUploadService,
} from '#libs/printing';
import { EntityTag } from '../http/entity-tag.js';
import { idempotencyHeader } from '../http/idempotency-header.js';
import { readUpload } from './read-upload.js';

@ApiTags('prints')
@ReadsPersons('prints')
@Controller('print-jobs')
export class PrintJobsController {
  constructor(
    private readonly uploads: PrintUploadService,
    private readonly views: PrintingViewService,
    private readonly cancels: PrintCancelService,
    private readonly pauses: PrintPauseService,
    private readonly pickUps: PickUpService,
  ) {}

  @Post()
  @Access('resident')
  @RateLimited('upload')
  @ApiHeader(idempotencyHeader)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        hub: { type: 'string', default: 'viitasaari' },
        material: { type: 'string' },
        note: { type: 'string' },
        preferredPrinter: { type: 'string' },
      },
    },
  })
  @ApiCreatedResponse({ standardSchema: printJobSchema })
  async upload(
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PrintJob> {
    const { file, fileName, fields } = await readUpload(request, this.uploads);
    const id = await this.uploads.submit(viewer, { ...fields, file, fileName }, idempotencyKey);
    return this.views.job(viewer, id, locale);
  }

  @Get()
  @Access('resident')
  @ApiOkResponse({ standardSchema: printJobListSchema })
  async list(
    @Query({ schema: printJobQuerySchema }) query: PrintJobQuery,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<{ items: PrintJob[]; nextCursor: null }> {
    return { items: await this.views.list(viewer, query, locale), nextCursor: null };
  }

  @Get(':id')
  @UseInterceptors(EntityTag)
  @Access('resident')
  @ApiOkResponse({ standardSchema: printJobSchema })
  show(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PrintJob> {
    return this.views.job(viewer, id, locale);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ standardSchema: printJobSchema })
  async cancel(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PrintJob> {
    await this.cancels.cancel(viewer, id);
    return this.views.job(viewer, id, locale);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ standardSchema: printJobSchema })
  async pause(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PrintJob> {
    await this.pauses.pause(viewer, id);
    return this.views.job(viewer, id, locale);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ standardSchema: printJobSchema })
  async resume(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PrintJob> {
    await this.pauses.resume(viewer, id);
    return this.views.job(viewer, id, locale);
  }

  @Post(':id/collect')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ standardSchema: printJobSchema })
  async collect(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PrintJob> {
    await this.pickUps.collect(viewer, id);
    return this.views.job(viewer, id, locale);
  }

  @Post(':id/dispose')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: printJobSchema })
  async dispose(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PrintJob> {
    await this.pickUps.dispose(viewer, id);
    return this.views.job(viewer, id, locale);
  }
}
