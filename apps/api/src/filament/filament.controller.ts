import { Body, Controller, Get, Param, Put, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  allowanceSchema,
  filamentOverviewSchema,
  filamentRulesSchema,
  savedFilamentRulesSchema,
  idOrSlugSchema,
  type Allowance,
  type FilamentOverview,
  type FilamentRules,
  type SavedFilamentRules,
} from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { AllowanceService, FilamentOverviewService } from '#libs/printing';
import { Terms, type ChangeTerms } from '../http/change-terms.js';
import { EntityTag, ifMatchHeader } from '../http/entity-tag.js';

@ApiTags('filament')
@Controller('hubs/:hub')
export class FilamentController {
  constructor(
    private readonly overviews: FilamentOverviewService,
    private readonly allowances: AllowanceService,
  ) {}

  @Get('filament')
  @Access('staff')
  @ApiOkResponse({ standardSchema: filamentOverviewSchema })
  show(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<FilamentOverview> {
    return this.overviews.show(hub, viewer);
  }

  @Put('filament-rules')
  @Access('admin')
  @UseInterceptors(EntityTag)
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: savedFilamentRulesSchema })
  setRules(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: filamentRulesSchema }) body: FilamentRules,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<SavedFilamentRules> {
    return this.overviews.setRules(hub, body, { viewer: asking.viewer, ifMatch });
  }

  @Get('filament-allowance')
  @Access('resident')
  @ApiOkResponse({ standardSchema: allowanceSchema })
  allowance(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Allowance> {
    return this.allowances.show(hub, viewer);
  }
}
