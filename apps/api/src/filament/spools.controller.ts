import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  changeSpoolSchema,
  createSpoolSchema,
  idOrSlugSchema,
  loadSpoolSchema,
  spoolHistorySchema,
  spoolListSchema,
  spoolNumberSchema,
  spoolQuerySchema,
  spoolSchema,
  weighSpoolSchema,
  type ChangeSpool,
  type CreateSpool,
  type LoadSpool,
  type Spool,
  type SpoolQuery,
  type WeighSpool,
} from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { SpoolLoading, SpoolService } from '#libs/printing';

@ApiTags('filament')
@Controller('hubs/:hub/spools')
export class SpoolsController {
  constructor(
    private readonly spools: SpoolService,
    private readonly loading: SpoolLoading,
  ) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: spoolListSchema })
  async list(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Query({ schema: spoolQuerySchema }) query: SpoolQuery,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof spoolListSchema>> {
    return { items: await this.spools.list(hub, query, viewer), nextCursor: null };
  }

  @Post()
  @Access('staff')
  @ApiCreatedResponse({ standardSchema: spoolSchema })
  add(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: createSpoolSchema }) body: CreateSpool,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Spool> {
    return this.spools.add(hub, body, viewer);
  }

  @Get(':number')
  @Access('staff')
  @ApiOkResponse({ standardSchema: spoolSchema })
  show(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('number', { schema: spoolNumberSchema }) number: number,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Spool> {
    return this.spools.show({ hub, number }, viewer);
  }

  @Patch(':number')
  @Access('staff')
  @ApiOkResponse({ standardSchema: spoolSchema })
  change(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('number', { schema: spoolNumberSchema }) number: number,
    @Body({ schema: changeSpoolSchema }) body: ChangeSpool,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Spool> {
    return this.spools.change({ hub, number }, body, viewer);
  }

  @Get(':number/history')
  @Access('staff')
  @ApiOkResponse({ standardSchema: spoolHistorySchema })
  async history(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('number', { schema: spoolNumberSchema }) number: number,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof spoolHistorySchema>> {
    return { items: await this.spools.history({ hub, number }, viewer), nextCursor: null };
  }

  @Post(':number/weigh')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: spoolSchema })
  weigh(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('number', { schema: spoolNumberSchema }) number: number,
    @Body({ schema: weighSpoolSchema }) body: WeighSpool,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Spool> {
    return this.spools.weigh({ hub, number }, body, viewer);
  }

  @Post(':number/load')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: spoolSchema })
  load(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('number', { schema: spoolNumberSchema }) number: number,
    @Body({ schema: loadSpoolSchema }) body: LoadSpool,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Spool> {
    return this.loading.load({ hub, number }, body, viewer);
  }

  @Post(':number/unload')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: spoolSchema })
  unload(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('number', { schema: spoolNumberSchema }) number: number,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Spool> {
    return this.loading.unload({ hub, number }, viewer);
  }

  @Post(':number/archive')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: spoolSchema })
  archive(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('number', { schema: spoolNumberSchema }) number: number,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Spool> {
    return this.loading.setArchived({ hub, number }, true, viewer);
  }

  @Post(':number/restore')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: spoolSchema })
  restore(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('number', { schema: spoolNumberSchema }) number: number,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Spool> {
    return this.loading.setArchived({ hub, number }, false, viewer);
  }
}
