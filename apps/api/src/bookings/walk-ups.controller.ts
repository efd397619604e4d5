import { Controller, Get, Headers, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  bookingSchema,
  idOrSlugSchema,
  walkUpCheckSchema,
  type Booking,
  type Locale,
  type WalkUpCheck,
} from '#libs/contracts';
import { BookingService, WalkUpService } from '#libs/booking';
import { Access, CurrentViewer, RateLimited, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';
import { EntityTag } from '../http/entity-tag.js';
import { idempotencyHeader } from '../http/idempotency-header.js';

/** Using a free thing that one stands before. */
@ApiTags('bookings')
@ReadsPersons('bookings')
@Controller('hubs/:hub/resources/:resource/use-now')
export class WalkUpsController {
  constructor(
    private readonly walkUps: WalkUpService,
    private readonly bookings: BookingService,
  ) {}

  @Get()
  @Access('resident')
  @RateLimited('bookingCheck')
  @ApiOkResponse({ standardSchema: walkUpCheckSchema })
  check(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<WalkUpCheck> {
    return this.walkUps.check({ hub, resource }, { viewer, locale });
  }

  @Post()
  @Access('resident')
  @UseInterceptors(EntityTag)
  @ApiHeader(idempotencyHeader)
  @ApiCreatedResponse({ standardSchema: bookingSchema })
  async useNow(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Booking> {
    const asking = { viewer, locale };
    return this.bookings.get(await this.walkUps.useNow({ hub, resource }, asking, key), asking);
  }
}
