import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  bookingSchema,
  idSchema,
  joinWaitingListSchema,
  waitingEntrySchema,
  waitingListQuerySchema,
  waitingListSchema,
  type Booking,
  type JoinWaitingList,
  type Locale,
  type WaitingEntry,
  type WaitingListQuery,
} from '#libs/contracts';
import { BookingService, WaitingAnswers, WaitingListService } from '#libs/booking';
import { Access, CurrentViewer, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';
import { idempotencyHeader } from '../http/idempotency-header.js';

@ApiTags('waiting list')
@ReadsPersons('waitingList')
@Controller('waiting-list')
export class WaitingListController {
  constructor(
    private readonly waitingList: WaitingListService,
    private readonly answers: WaitingAnswers,
    private readonly bookings: BookingService,
  ) {}

  @Post()
  @Access('resident')
  @ApiHeader(idempotencyHeader)
  @ApiCreatedResponse({ standardSchema: waitingEntrySchema })
  join(
    @Body({ schema: joinWaitingListSchema }) body: JoinWaitingList,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<WaitingEntry> {
    return this.waitingList.join(body, { viewer, locale }, key);
  }

  @Get()
  @Access('resident')
  @ApiOkResponse({ standardSchema: waitingListSchema })
  async list(
    @Query({ schema: waitingListQuerySchema }) query: WaitingListQuery,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<{ items: WaitingEntry[]; nextCursor: null }> {
    return { items: await this.waitingList.list(query, { viewer, locale }), nextCursor: null };
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ standardSchema: bookingSchema })
  async accept(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Booking> {
    const asking = { viewer, locale };
    return this.bookings.get(await this.answers.accept(id, asking), asking);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  leave(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<void> {
    return this.answers.leave(id, { viewer, locale });
  }
}
