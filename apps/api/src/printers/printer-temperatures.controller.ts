import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  idOrSlugSchema,
  printerTemperaturesSchema,
  temperatureQuerySchema,
  type PrinterTemperatures,
  type TemperatureQuery,
} from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { TemperatureViewService } from '#libs/printing';

/** How warm a printer has been, for staff and for whoever's print is on it. */
@ApiTags('printers')
@Controller('printers/:id/temperatures')
export class PrinterTemperaturesController {
  constructor(private readonly temperatures: TemperatureViewService) {}

  @Get()
  @Access('resident')
  @ApiOkResponse({ standardSchema: printerTemperaturesSchema })
  show(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @Query({ schema: temperatureQuerySchema }) query: TemperatureQuery,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PrinterTemperatures> {
    return this.temperatures.show(viewer, id, query);
  }
}
