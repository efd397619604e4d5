import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  bookingCheckSchema,
  bookingListSchema,
  bookingQuerySchema,
  bookingSchema,
  createBookingSchema,
  idSchema,
  type Booking,
  type BookingCheck,
  type BookingQuery,
  type CreateBooking,
  type Locale,
} from '#libs/contracts';
import { BookingService } from '#libs/booking';
import { Access, CurrentViewer, RateLimited, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';
import { EntityTag, ifMatchHeader } from '../http/entity-tag.js';
import { idempotencyHeader } from '../http/idempotency-header.js';
import { Terms, type ChangeTerms } from '../http/change-terms.js';

@ApiTags('bookings')
@ReadsPersons('bookings')
@Controller('bookings')
export class BookingsController {
  constructor(private readonly bookings: BookingService) {}

  @Post()
  @Access('resident')
  @UseInterceptors(EntityTag)
  @ApiHeader(idempotencyHeader)
  @ApiCreatedResponse({ standardSchema: bookingSchema })
  create(
    @Body({ schema: createBookingSchema }) body: CreateBooking,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Booking> {
    return this.bookings.book(body, { viewer, locale }, key);
  }

  @Post('check')
  @HttpCode(200)
  @Access('resident')
  @RateLimited('bookingCheck')
  @ApiOkResponse({ standardSchema: bookingCheckSchema })
  check(
    @Body({ schema: createBookingSchema }) body: CreateBooking,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<BookingCheck> {
    return this.bookings.check(body, { viewer, locale });
  }

  @Get()
  @Access('resident')
  @ApiOkResponse({ standardSchema: bookingListSchema })
  list(
    @Query({ schema: bookingQuerySchema }) query: BookingQuery,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<z.infer<typeof bookingListSchema>> {
    return this.bookings.list(query, { viewer, locale });
  }

  @Get(':id')
  @Access('resident')
  @UseInterceptors(EntityTag)
  @ApiOkResponse({ standardSchema: bookingSchema })
  show(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Booking> {
    return this.bookings.get(id, { viewer, locale });
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Access('resident')
  @UseInterceptors(EntityTag)
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: bookingSchema })
  cancel(@Param('id', { schema: idSchema }) id: string, @Terms() { asking, ifMatch }: ChangeTerms): Promise<Booking> {
    return this.bookings.cancel(id, asking, ifMatch);
  }
}
