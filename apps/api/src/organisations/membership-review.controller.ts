import { Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { idOrSlugSchema, idSchema, pendingMembershipListSchema, pendingOrganisationListSchema } from '#libs/contracts';
import { Access, CurrentViewer, MembershipService, ReadsPersons, type Viewer } from '#libs/people';

/** What people have said of organisations and where they belong, for staff to look at. */
@ApiTags('people')
@ReadsPersons('people')
@Controller()
export class MembershipReviewController {
  constructor(private readonly memberships: MembershipService) {}

  @Get('hubs/:hub/pending-organisations')
  @Access('staff')
  @ApiOkResponse({ standardSchema: pendingOrganisationListSchema })
  async organisations(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof pendingOrganisationListSchema>> {
    return { items: await this.memberships.pendingOrganisations(hub, viewer), nextCursor: null };
  }

  @Get('hubs/:hub/pending-memberships')
  @Access('staff')
  @ApiOkResponse({ standardSchema: pendingMembershipListSchema })
  async pending(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof pendingMembershipListSchema>> {
    return { items: await this.memberships.pending(hub, viewer), nextCursor: null };
  }

  @Put('people/:id/organisations/:organisation')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  confirm(
    @Param('id', { schema: idSchema }) accountId: string,
    @Param('organisation', { schema: idSchema }) organisationId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.memberships.confirm({ accountId, organisationId }, viewer);
  }

  @Delete('people/:id/organisations/:organisation')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  remove(
    @Param('id', { schema: idSchema }) accountId: string,
    @Param('organisation', { schema: idSchema }) organisationId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.memberships.remove({ accountId, organisationId }, viewer);
  }
}
