import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  idOrSlugSchema,
  impactSchema,
  outOfOrderSchema,
  type Impact,
  type Locale,
  type OutOfOrder,
} from '#libs/contracts';
import { OutOfOrderService } from '#libs/booking';
import { Access, CurrentViewer, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';

/** A preview answers what it would do to the bookings, and does nothing. */
@ApiTags('closures')
@ReadsPersons('bookings')
@Controller('hubs/:hub/resources/:resource')
export class OutOfOrderController {
  constructor(private readonly things: OutOfOrderService) {}

  @Post('out-of-order/preview')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: impactSchema })
  preview(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @Body({ schema: outOfOrderSchema }) body: OutOfOrder,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Impact> {
    return this.things.putOut({ hub, resource }, body, { asking: { viewer, locale }, isPreview: true });
  }

  @Post('out-of-order')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: impactSchema })
  putOut(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @Body({ schema: outOfOrderSchema }) body: OutOfOrder,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Impact> {
    return this.things.putOut({ hub, resource }, body, { asking: { viewer, locale }, isPreview: false });
  }

  @Post('in-order')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  putIn(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<void> {
    return this.things.putIn({ hub, resource }, { viewer, locale });
  }
}
