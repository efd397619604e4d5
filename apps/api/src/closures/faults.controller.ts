import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  closeFaultSchema,
  faultListSchema,
  idOrSlugSchema,
  idSchema,
  reportFaultSchema,
  type CloseFault,
  type Locale,
  type ReportFault,
} from '#libs/contracts';
import { FaultService } from '#libs/booking';
import { Access, CurrentViewer, RateLimited, RequestLocale, type Viewer } from '#libs/people';

/** Anybody who is signed in says what is broken; staff see to it. */
@ApiTags('closures')
@Controller('hubs/:hub')
export class FaultsController {
  constructor(private readonly faults: FaultService) {}

  @Get('faults')
  @Access('staff')
  @ApiOkResponse({ standardSchema: faultListSchema })
  async open(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<z.infer<typeof faultListSchema>> {
    return { items: await this.faults.open(hub, { viewer, locale }), nextCursor: null };
  }

  @Post('resources/:resource/faults')
  @Access('resident')
  @RateLimited('faultReport')
  @ApiCreatedResponse({ standardSchema: z.object({ id: idSchema }) })
  report(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @Body({ schema: reportFaultSchema }) { text }: ReportFault,
    @CurrentViewer() viewer: Viewer,
  ): Promise<{ id: string }> {
    return this.faults.report({ hub, resource }, { text: text ?? null, viewer });
  }

  @Post('faults/:id/close')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  close(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: closeFaultSchema }) { done }: CloseFault,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.faults.close({ hub, id }, { done, viewer });
  }
}
