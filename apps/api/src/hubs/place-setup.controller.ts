import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  bookedTimeListSchema,
  changePoolSchema,
  changeResourceSchema,
  createPoolSchema,
  createResourceSchema,
  idOrSlugSchema,
  placedResourceSchema,
  poolSchema,
  setUpHubSchema,
  type BookedTime,
  type ChangePool,
  type ChangeResource,
  type CreatePool,
  type CreateResource,
  type Locale,
  type PlacedResource,
  type Pool,
  type SetUpHub,
} from '#libs/contracts';
import { HubService, PoolSetup, ResourceSetup } from '#libs/booking';
import { Access, CurrentViewer, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';

/** What stands in a hub, for its administrator; staff look at it. */
@ApiTags('hubs')
@ReadsPersons('bookings')
@Controller('hubs/:hub')
export class PlaceSetupController {
  constructor(
    private readonly hubs: HubService,
    private readonly pools: PoolSetup,
    private readonly resources: ResourceSetup,
  ) {}

  @Get('setup')
  @Access('staff')
  @ApiOkResponse({ standardSchema: setUpHubSchema })
  setup(@Param('hub', { schema: idOrSlugSchema }) hub: string, @CurrentViewer() viewer: Viewer): Promise<SetUpHub> {
    return this.hubs.setup(hub, viewer);
  }

  /** What is still booked of it, which retiring leaves as it is. */
  @Get('resources/:resource/bookings')
  @Access('staff')
  @ApiOkResponse({ standardSchema: bookedTimeListSchema })
  async comingBookings(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<{ items: BookedTime[]; nextCursor: null }> {
    return { items: await this.resources.comingBookings({ hub, resource }, { viewer, locale }), nextCursor: null };
  }

  @Post('pools')
  @Access('admin')
  @ApiCreatedResponse({ standardSchema: poolSchema })
  createPool(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: createPoolSchema }) body: CreatePool,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Pool> {
    return this.pools.create(hub, body, { viewer, locale });
  }

  @Patch('pools/:pool')
  @Access('admin')
  @ApiOkResponse({ standardSchema: poolSchema })
  changePool(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('pool', { schema: idOrSlugSchema }) pool: string,
    @Body({ schema: changePoolSchema }) body: ChangePool,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Pool> {
    return this.pools.change({ hub, pool }, body, { viewer, locale });
  }

  @Delete('pools/:pool')
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  deletePool(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('pool', { schema: idOrSlugSchema }) pool: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<void> {
    return this.pools.remove({ hub, pool }, { viewer, locale });
  }

  @Post('resources')
  @Access('admin')
  @ApiCreatedResponse({ standardSchema: placedResourceSchema })
  createResource(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: createResourceSchema }) body: CreateResource,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PlacedResource> {
    return this.resources.create(hub, body, { viewer, locale });
  }

  @Patch('resources/:resource')
  @Access('admin')
  @ApiOkResponse({ standardSchema: placedResourceSchema })
  changeResource(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @Body({ schema: changeResourceSchema }) body: ChangeResource,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PlacedResource> {
    return this.resources.change({ hub, resource }, body, { viewer, locale });
  }

  @Delete('resources/:resource')
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  deleteResource(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<void> {
    return this.resources.remove({ hub, resource }, { viewer, locale });
  }
}
