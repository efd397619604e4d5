import { Body, Controller, Get, Param, Patch, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  changePrinterFactsSchema,
  idOrSlugSchema,
  printerFactsSchema,
  type ChangePrinterFacts,
  type PrinterFacts,
} from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { PrinterFactsService } from '#libs/printing';
import { Terms, type ChangeTerms } from '../http/change-terms.js';
import { EntityTag, ifMatchHeader } from '../http/entity-tag.js';

/** What a printer is as a machine: its plate, its nozzle, how hot it may get. */
@ApiTags('printers')
@Controller('printers/:id/facts')
@UseInterceptors(EntityTag)
export class PrinterFactsController {
  constructor(private readonly facts: PrinterFactsService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: printerFactsSchema })
  show(@Param('id', { schema: idOrSlugSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<PrinterFacts> {
    return this.facts.show(id, viewer);
  }

  @Patch()
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: printerFactsSchema })
  change(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @Body({ schema: changePrinterFactsSchema }) changes: ChangePrinterFacts,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<PrinterFacts> {
    return this.facts.change(id, changes, { viewer: asking.viewer, ifMatch });
  }
}
