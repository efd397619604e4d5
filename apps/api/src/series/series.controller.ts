import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  changeSeriesSchema,
  createSeriesSchema,
  idSchema,
  retitleSeriesSchema,
  seriesChangePreviewSchema,
  seriesListSchema,
  seriesPreviewSchema,
  seriesQuerySchema,
  seriesSchema,
  seriesScopeQuerySchema,
  type ChangeSeries,
  type CreateSeries,
  type Locale,
  type RetitleSeries,
  type Series,
  type SeriesChangePreview,
  type SeriesList,
  type SeriesPreview,
} from '#libs/contracts';
import { SeriesChanges, SeriesService, SeriesTitles } from '#libs/booking';
import { Access, CurrentViewer, RequestLocale, type Viewer } from '#libs/people';
import { Terms, type ChangeTerms } from '../http/change-terms.js';
import { EntityTag, ifMatchHeader } from '../http/entity-tag.js';
import { idempotencyHeader } from '../http/idempotency-header.js';

@ApiTags('series')
@Controller('series')
export class SeriesController {
  constructor(
    private readonly series: SeriesService,
    private readonly changes: SeriesChanges,
    private readonly titles: SeriesTitles,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: seriesPreviewSchema })
  preview(
    @Body({ schema: createSeriesSchema }) body: CreateSeries,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<SeriesPreview> {
    return this.series.preview(body, { viewer, locale });
  }

  @Post()
  @Access('staff')
  @UseInterceptors(EntityTag)
  @ApiHeader(idempotencyHeader)
  @ApiCreatedResponse({ standardSchema: seriesSchema })
  create(
    @Body({ schema: createSeriesSchema }) body: CreateSeries,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Series> {
    return this.series.create(body, { viewer, locale }, key);
  }

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: seriesListSchema })
  list(
    @Query({ schema: seriesQuerySchema }) { hub }: z.infer<typeof seriesQuerySchema>,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<SeriesList> {
    return this.series.list(hub, { viewer, locale });
  }

  @Get(':id')
  @Access('staff')
  @UseInterceptors(EntityTag)
  @ApiOkResponse({ standardSchema: seriesSchema })
  show(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Series> {
    return this.series.get(id, { viewer, locale });
  }

  @Patch(':id')
  @Access('staff')
  @UseInterceptors(EntityTag)
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: seriesSchema })
  async retitle(
    @Param('id', { schema: idSchema }) seriesId: string,
    @Body({ schema: retitleSeriesSchema }) { publicTitle }: RetitleSeries,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<Series> {
    await this.titles.change({ seriesId, publicTitle, ifMatch }, asking.viewer);
    return this.series.get(seriesId, asking);
  }

  @Post(':id/instances/:bookingId/preview')
  @HttpCode(200)
  @Access('staff')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: seriesChangePreviewSchema })
  previewChange(
    @Param('id', { schema: idSchema }) seriesId: string,
    @Param('bookingId', { schema: idSchema }) bookingId: string,
    @Query({ schema: seriesScopeQuerySchema }) { scope }: z.infer<typeof seriesScopeQuerySchema>,
    @Body({ schema: changeSeriesSchema }) change: ChangeSeries,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<SeriesChangePreview> {
    return this.changes.preview({ seriesId, bookingId, scope, change, ifMatch }, asking);
  }

  @Patch(':id/instances/:bookingId')
  @Access('staff')
  @UseInterceptors(EntityTag)
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: seriesSchema })
  async change(
    @Param('id', { schema: idSchema }) seriesId: string,
    @Param('bookingId', { schema: idSchema }) bookingId: string,
    @Query({ schema: seriesScopeQuerySchema }) { scope }: z.infer<typeof seriesScopeQuerySchema>,
    @Body({ schema: changeSeriesSchema }) change: ChangeSeries,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<Series> {
    await this.changes.apply({ seriesId, bookingId, scope, change, ifMatch }, asking.viewer);
    return this.series.get(seriesId, asking);
  }
}
