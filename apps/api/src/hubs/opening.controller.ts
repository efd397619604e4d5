import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { Access, ReadsPersons, RequestLocale } from '#libs/people';
import { Terms, type ChangeTerms } from '../http/change-terms.js';
import { EntityTag, ifMatchHeader } from '../http/entity-tag.js';

/** The hours of a hub as they are set; `GET /hubs/{hub}` says when it is open because of them. */
@ApiTags('rules')
@ReadsPersons('bookings')
@Controller('hubs/:hub/opening')
export class OpeningController {
  constructor(private readonly opening: OpeningService) {}

  @Get()
  @Access('public')
  @UseInterceptors(EntityTag)
  @ApiOkResponse({ standardSchema: openingSchema })
  show(@Param('hub', { schema: idOrSlugSchema }) hub: string, @RequestLocale() locale: Locale): Promise<Opening> {
    return this.opening.describe(hub, locale);
  }

  /** Answers what a change would, and writes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: openingChangedSchema })
  preview(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: openingPreviewSchema }) body: OpeningPreview,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<OpeningChanged> {
    return this.opening.preview(hub, body, { ...asking, ifMatch });
  }

  @Put('week')
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: openingChangedSchema })
  setWeek(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: openingWeekSchema }) body: OpeningWeek,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<OpeningChanged> {
    return this.opening.setWeek(hub, body, { ...asking, ifMatch });
  }

  @Put('seasons')
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: openingChangedSchema })
  setSeasons(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: openingSeasonsSchema }) body: OpeningSeasons,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<OpeningChanged> {
    return this.opening.setSeasons(hub, body, { ...asking, ifMatch });
  }

  @Put('exceptions/:date')
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: openingChangedSchema })
  setException(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('date', { schema: openingDateSchema }) date: string,
    @Body({ schema: openingExceptionSchema }) body: OpeningException,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<OpeningChanged> {
    return this.opening.setException(hub, { ...body, date }, { ...asking, ifMatch });
  }

  @Delete('exceptions/:date')
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: openingChangedSchema })
  clearException(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('date', { schema: openingDateSchema }) date: string,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<OpeningChanged> {
    return this.opening.clearException(hub, date, { ...asking, ifMatch });
  }
}
