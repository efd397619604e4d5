import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  idOrSlugSchema,
  policyChangedSchema,
  policyChangeSchema,
  policyLayerListSchema,
  policyScopeSchema,
  policyTargetSchema,
  type PolicyChange,
  type PolicyChanged,
  type PolicyLayerList,
  type PolicyScope,
} from '#libs/contracts';
import { PolicyService } from '#libs/booking';
import { Access, CurrentViewer, ReadsPersons, type Viewer } from '#libs/people';
import { Terms, type ChangeTerms } from '../http/change-terms.js';
import { ifMatchHeader } from '../http/entity-tag.js';

/** The rules of a hub, its categories, pools and resources. */
@ApiTags('rules')
@ReadsPersons('bookings')
@Controller('hubs/:hub/policies')
export class PoliciesController {
  constructor(private readonly policies: PolicyService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: policyLayerListSchema })
  list(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PolicyLayerList> {
    return this.policies.layers(hub, viewer);
  }

  /** Sets the whole layer: what is not named is no longer set there. */
  @Put(':scope/:id')
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: policyChangedSchema })
  replace(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('scope', { schema: policyScopeSchema }) scope: PolicyScope,
    @Param('id', { schema: policyTargetSchema }) target: string,
    @Body({ schema: policyChangeSchema }) fields: PolicyChange,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<PolicyChanged> {
    return this.policies.change(hub, { scope, target, fields, keep: false, ifMatch }, asking);
  }

  /** Sets the named fields; null clears one. */
  @Patch(':scope/:id')
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: policyChangedSchema })
  change(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('scope', { schema: policyScopeSchema }) scope: PolicyScope,
    @Param('id', { schema: policyTargetSchema }) target: string,
    @Body({ schema: policyChangeSchema }) fields: PolicyChange,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<PolicyChanged> {
    return this.policies.change(hub, { scope, target, fields, keep: true, ifMatch }, asking);
  }

  /** What PATCH would answer; writes nothing. */
  @Post(':scope/:id/preview')
  @HttpCode(200)
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: policyChangedSchema })
  preview(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('scope', { schema: policyScopeSchema }) scope: PolicyScope,
    @Param('id', { schema: policyTargetSchema }) target: string,
    @Body({ schema: policyChangeSchema }) fields: PolicyChange,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<PolicyChanged> {
    return this.policies.preview(hub, { scope, target, fields, keep: true, ifMatch }, asking);
  }
}
