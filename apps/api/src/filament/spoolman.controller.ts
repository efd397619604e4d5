import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  idOrSlugSchema,
  spoolmanImportedSchema,
  spoolmanImportSchema,
  spoolmanListSchema,
  type SpoolmanImport,
  type SpoolmanImported,
  type SpoolmanSpool,
} from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { SpoolExchange } from '#libs/printing';

/** Spools in the form in which Spoolman gives them. */
@ApiTags('filament')
@Controller('hubs/:hub/spoolman')
export class SpoolmanController {
  constructor(private readonly exchange: SpoolExchange) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: spoolmanListSchema })
  exportAll(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SpoolmanSpool[]> {
    return this.exchange.exportAll(hub, viewer);
  }

  @Post()
  @Access('staff')
  @ApiCreatedResponse({ standardSchema: spoolmanImportedSchema })
  importAll(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: spoolmanImportSchema }) body: SpoolmanImport,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SpoolmanImported> {
    return this.exchange.importAll(hub, body, viewer);
  }
}
