import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  idOrSlugSchema,
  openingChangedSchema,
  openingDateSchema,
  openingExceptionSchema,
  openingPreviewSchema,
  openingSchema,
  openingSeasonsSchema,
  openingWeekSchema,
  type Locale,
  type Opening,
  type OpeningChanged,
  type OpeningException,
  type OpeningPreview,
  type OpeningSeasons,
  type OpeningWeek,
} from '#libs/contracts';
import { OpeningService } from '#libs/booking';
import { Access, CurrentViewer, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';

/** The hours of a hub as they are set; `GET /hubs/{hub}` says when it is open because of them. */
@ApiTags('rules')
@ReadsPersons('bookings')
@Controller('hubs/:hub/opening')
export class OpeningController {
  constructor(private readonly opening: OpeningService) {}

  @Get()
  @Access('public')
  @ApiOkResponse({ standardSchema: openingSchema })
  show(@Param('hub', { schema: idOrSlugSchema }) hub: string, @RequestLocale() locale: Locale): Promise<Opening> {
    return this.opening.describe(hub, locale);
  }

  /** Answers what a change would, and writes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Access('admin')
  @ApiOkResponse({ standardSchema: openingChangedSchema })
  preview(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: openingPreviewSchema }) body: OpeningPreview,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<OpeningChanged> {
    return this.opening.preview(hub, body, { viewer, locale });
  }

  @Put('week')
  @Access('admin')
  @ApiOkResponse({ standardSchema: openingChangedSchema })
  setWeek(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: openingWeekSchema }) body: OpeningWeek,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<OpeningChanged> {
    return this.opening.setWeek(hub, body, { viewer, locale });
  }

  @Put('seasons')
  @Access('admin')
  @ApiOkResponse({ standardSchema: openingChangedSchema })
  setSeasons(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: openingSeasonsSchema }) body: OpeningSeasons,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<OpeningChanged> {
    return this.opening.setSeasons(hub, body, { viewer, locale });
  }

  @Put('exceptions/:date')
  @Access('admin')
  @ApiOkResponse({ standardSchema: openingChangedSchema })
  setException(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('date', { schema: openingDateSchema }) date: string,
    @Body({ schema: openingExceptionSchema }) body: OpeningException,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<OpeningChanged> {
    return this.opening.setException(hub, { ...body, date }, { viewer, locale });
  }

  @Delete('exceptions/:date')
  @Access('admin')
  @ApiOkResponse({ standardSchema: openingChangedSchema })
  clearException(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('date', { schema: openingDateSchema }) date: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<OpeningChanged> {
    return this.opening.clearException(hub, date, { viewer, locale });
  }
}
