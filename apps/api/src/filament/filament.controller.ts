import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  allowanceSchema,
  filamentOverviewSchema,
  filamentRulesSchema,
  idOrSlugSchema,
  type Allowance,
  type FilamentOverview,
  type FilamentRules,
} from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { AllowanceService, FilamentOverviewService } from '#libs/printing';

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
  @ApiOkResponse({ standardSchema: filamentRulesSchema })
  setRules(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: filamentRulesSchema }) body: FilamentRules,
    @CurrentViewer() viewer: Viewer,
  ): Promise<FilamentRules> {
    return this.overviews.setRules(hub, body, viewer);
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
