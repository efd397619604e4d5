import { Body, Controller, HttpCode, Param, Post, Put, Req, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  idSchema,
  printJobSchema,
  reorderSchema,
  reviewReasonSchema,
  type PrintJob,
  type Reorder,
  type ReviewReason,
} from '#libs/contracts';
import { Access, RateLimited, ReadsPersons } from '#libs/people';
import {
  PrintingViewService,
  PrintReorderService,
  PrintReplaceService,
  PrintReviewService,
  PrintUploadService,
} from '#libs/printing';
import { Terms, type ChangeTerms } from '../http/change-terms.js';
import { EntityTag, ifMatchHeader } from '../http/entity-tag.js';
import { readUpload } from './read-upload.js';

/** What staff decide about a print, and the other file its owner sends. Tied to what was looked at by `If-Match`. */
@ApiTags('prints')
@ReadsPersons('prints')
@Controller('print-jobs/:id')
@UseInterceptors(EntityTag)
export class PrintReviewController {
  constructor(
    private readonly views: PrintingViewService,
    private readonly reviews: PrintReviewService,
    private readonly order: PrintReorderService,
    private readonly replacements: PrintReplaceService,
    private readonly uploads: PrintUploadService,
  ) {}

  @Put('file')
  @Access('resident')
  @RateLimited('upload')
  @ApiHeader(ifMatchHeader)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, material: { type: 'string' } },
    },
  })
  @ApiOkResponse({ standardSchema: printJobSchema })
  async replaceFile(
    @Param('id', { schema: idSchema }) id: string,
    @Req() request: FastifyRequest,
    @Terms() terms: ChangeTerms,
  ): Promise<PrintJob> {
    const { file, fileName, fields } = await readUpload(request, this.uploads);
    await this.replacements.replace(
      { viewer: terms.asking.viewer, printJobId: id, ifMatch: terms.ifMatch },
      { file, fileName, material: fields.material },
    );
    return this.answer(id, terms);
  }

  @Post('approve')
  @HttpCode(200)
  @Access('staff')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: printJobSchema })
  async approve(@Param('id', { schema: idSchema }) id: string, @Terms() terms: ChangeTerms): Promise<PrintJob> {
    await this.reviews.approve({ viewer: terms.asking.viewer, printJobId: id, ifMatch: terms.ifMatch });
    return this.answer(id, terms);
  }

  @Post('reject')
  @HttpCode(200)
  @Access('staff')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: printJobSchema })
  async reject(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reviewReasonSchema }) { reason }: ReviewReason,
    @Terms() terms: ChangeTerms,
  ): Promise<PrintJob> {
    await this.reviews.reject({ viewer: terms.asking.viewer, printJobId: id, ifMatch: terms.ifMatch }, reason);
    return this.answer(id, terms);
  }

  @Post('request-changes')
  @HttpCode(200)
  @Access('staff')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: printJobSchema })
  async requestChanges(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reviewReasonSchema }) { reason }: ReviewReason,
    @Terms() terms: ChangeTerms,
  ): Promise<PrintJob> {
    await this.reviews.requestChanges({ viewer: terms.asking.viewer, printJobId: id, ifMatch: terms.ifMatch }, reason);
    return this.answer(id, terms);
  }

  @Post('retry')
  @HttpCode(200)
  @Access('staff')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: printJobSchema })
  async retry(@Param('id', { schema: idSchema }) id: string, @Terms() terms: ChangeTerms): Promise<PrintJob> {
    await this.reviews.retry({ viewer: terms.asking.viewer, printJobId: id, ifMatch: terms.ifMatch });
    return this.answer(id, terms);
  }

  @Post('reorder')
  @HttpCode(200)
  @Access('staff')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: printJobSchema })
  async reorder(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reorderSchema }) wish: Reorder,
    @Terms() terms: ChangeTerms,
  ): Promise<PrintJob> {
    await this.order.reorder({ viewer: terms.asking.viewer, printJobId: id, ifMatch: terms.ifMatch }, wish);
    return this.answer(id, terms);
  }

  private answer(id: string, { asking }: ChangeTerms): Promise<PrintJob> {
    return this.views.job(asking.viewer, id, asking.locale);
  }
}
