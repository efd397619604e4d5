import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  calendarFeedSchema,
  calendarTokenQuerySchema,
  idOrSlugSchema,
  type CalendarFeed,
  type Locale,
} from '#libs/contracts';
import { CalendarFeeds } from '#libs/booking';
import { Access, CurrentViewer, RateLimited, RequestLocale, type Viewer } from '#libs/people';
import { sendCalendar } from './send-calendar.js';

const icsResponse = { content: { 'text/calendar': { schema: { type: 'string' } } } };

@ApiTags('calendars')
@Controller()
export class CalendarsController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Post('me/calendar-feed')
  @Access('resident')
  @ApiCreatedResponse({ standardSchema: calendarFeedSchema })
  open(@CurrentViewer() viewer: Viewer): Promise<CalendarFeed> {
    return this.feeds.open(viewer);
  }

  @Delete('me/calendar-feed')
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  revoke(@CurrentViewer() viewer: Viewer): Promise<void> {
    return this.feeds.revoke(viewer);
  }

  /** Public, because a calendar program has no session: whoever knows the token may read. */
  @Get('bookings/calendar.ics')
  @Access('public')
  @RateLimited('calendarFeed')
  @ApiOkResponse(icsResponse)
  async personal(
    @Query({ schema: calendarTokenQuerySchema }) { token }: z.infer<typeof calendarTokenQuerySchema>,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendCalendar(reply, await this.feeds.personal(token), { known, cacheControl: 'private, max-age=300' });
  }

  @Get('hubs/:hub/resources/:resource/calendar.ics')
  @Access('public')
  @ApiOkResponse(icsResponse)
  async busy(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @RequestLocale() locale: Locale,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await this.feeds.busy(hub, resource, locale);
    void reply.header('vary', 'accept-language');
    await sendCalendar(reply, text, { known, cacheControl: 'public, max-age=300' });
  }
}
