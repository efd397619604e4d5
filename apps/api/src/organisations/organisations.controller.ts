import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  addOrganisationSchema,
  confirmOrganisationSchema,
  idSchema,
  organisationListSchema,
  organisationSchema,
  organisationsQuerySchema,
  type AddOrganisation,
  type ConfirmOrganisation,
  type Organisation,
  type OrganisationsQuery,
} from '#libs/contracts';
import { Access, CurrentViewer, OrganisationService, RateLimited, type Viewer } from '#libs/people';

@ApiTags('people')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationService) {}

  @Get()
  @Access('resident')
  @ApiOkResponse({ standardSchema: organisationListSchema })
  search(
    @Query({ schema: organisationsQuerySchema }) query: OrganisationsQuery,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof organisationListSchema>> {
    return this.organisations.search(query, viewer);
  }

  @Post()
  @Access('resident')
  @RateLimited('organisation')
  @ApiCreatedResponse({ standardSchema: organisationSchema })
  add(
    @Body({ schema: addOrganisationSchema }) body: AddOrganisation,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Organisation> {
    return this.organisations.add(body, viewer);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: organisationSchema })
  confirm(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: confirmOrganisationSchema }) body: ConfirmOrganisation,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Organisation> {
    return this.organisations.confirm(id, body, viewer);
  }
}
