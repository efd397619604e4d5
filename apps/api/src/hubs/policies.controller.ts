import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  idOrSlugSchema,
  policyChangedSchema,
  policyChangeSchema,
  policyLayerListSchema,
  policyScopeSchema,
  policyTargetSchema,
  type Locale,
  type PolicyChange,
  type PolicyChanged,
  type PolicyLayerList,
  type PolicyScope,
} from '#libs/contracts';
import { PolicyService } from '#libs/booking';
import { Access, CurrentViewer, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';

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
  @ApiOkResponse({ standardSchema: policyChangedSchema })
  replace(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('scope', { schema: policyScopeSchema }) scope: PolicyScope,
    @Param('id', { schema: policyTargetSchema }) target: string,
    @Body({ schema: policyChangeSchema }) fields: PolicyChange,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PolicyChanged> {
    return this.policies.change(hub, { scope, target, fields, keep: false }, { viewer, locale });
  }

  /** Sets the named fields; null clears one. */
  @Patch(':scope/:id')
  @Access('admin')
  @ApiOkResponse({ standardSchema: policyChangedSchema })
  change(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('scope', { schema: policyScopeSchema }) scope: PolicyScope,
    @Param('id', { schema: policyTargetSchema }) target: string,
    @Body({ schema: policyChangeSchema }) fields: PolicyChange,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<PolicyChanged> {
    return this.policies.change(hub, { scope, target, fields, keep: true }, { viewer, locale });
  }
}
