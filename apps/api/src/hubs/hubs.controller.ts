import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  availabilityQuerySchema,
  availabilitySchema,
  hubListSchema,
  hubSchema,
  idOrSlugSchema,
  resourceListSchema,
  resourceQuerySchema,
  type Availability,
  type AvailabilityQuery,
  type Hub,
  type Locale,
  type ResourceQuery,
} from '#libs/contracts';
import { AvailabilityService, HubService } from '#libs/booking';
import { Access, CurrentViewer, RequestLocale, type Viewer } from '#libs/people';

@ApiTags('hubs')
@Controller('hubs')
export class HubsController {
  constructor(
    private readonly hubs: HubService,
    private readonly availabilities: AvailabilityService,
  ) {}

  @Get()
  @Access('public')
  @ApiOkResponse({ standardSchema: hubListSchema })
  async list(): Promise<z.infer<typeof hubListSchema>> {
    return { items: await this.hubs.list(), nextCursor: null };
  }

  @Get(':hub')
  @Access('public')
  @ApiOkResponse({ standardSchema: hubSchema })
  show(@Param('hub', { schema: idOrSlugSchema }) hub: string, @RequestLocale() locale: Locale): Promise<Hub> {
    return this.hubs.describe(hub, locale);
  }

  @Get(':hub/resources')
  @Access('public')
  @ApiOkResponse({ standardSchema: resourceListSchema })
  async resources(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Query({ schema: resourceQuerySchema }) query: ResourceQuery,
    @RequestLocale() locale: Locale,
  ): Promise<z.infer<typeof resourceListSchema>> {
    return { items: await this.hubs.resources(hub, query, locale), nextCursor: null };
  }

  @Get(':hub/availability')
  @Access('public')
  @ApiOkResponse({ standardSchema: availabilitySchema })
  availability(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Query({ schema: availabilityQuerySchema }) query: AvailabilityQuery,
    @CurrentViewer() viewer: Viewer | undefined,
  ): Promise<Availability> {
    return this.availabilities.availability(hub, query, viewer);
  }
}
