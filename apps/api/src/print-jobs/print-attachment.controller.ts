import { Controller, Delete, Param, Put, Req, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { idSchema, printJobSchema, type PrintJob } from '#libs/contracts';
import { Access, RateLimited, ReadsPersons } from '#libs/people';
import { PrintAttachmentService, PrintingViewService, PrintUploadService } from '#libs/printing';
import { readUpload } from './read-upload.js';
import { Terms, type ChangeTerms } from '../http/change-terms.js';
import { EntityTag, ifMatchHeader } from '../http/entity-tag.js';

/** What staff sliced themselves, beside what was sent. Tied to what was looked at by `If-Match`. */
@ApiTags('prints')
@ReadsPersons('prints')
@Controller('print-jobs/:id/print-file')
@UseInterceptors(EntityTag)
export class PrintAttachmentController {
  constructor(
    private readonly views: PrintingViewService,
    private readonly attachments: PrintAttachmentService,
    private readonly uploads: PrintUploadService,
  ) {}

  @Put()
  @Access('staff')
  @RateLimited('upload')
  @ApiHeader(ifMatchHeader)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOkResponse({ standardSchema: printJobSchema })
  async attach(
    @Param('id', { schema: idSchema }) id: string,
    @Req() request: FastifyRequest,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<PrintJob> {
    const { file, fileName } = await readUpload(request, this.uploads);
    await this.attachments.attach({ viewer: asking.viewer, printJobId: id, ifMatch }, { file, fileName });
    return this.views.job(asking.viewer, id, asking.locale);
  }

  @Delete()
  @Access('staff')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: printJobSchema })
  async detach(
    @Param('id', { schema: idSchema }) id: string,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<PrintJob> {
    await this.attachments.detach({ viewer: asking.viewer, printJobId: id, ifMatch });
    return this.views.job(asking.viewer, id, asking.locale);
  }
}
