import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  bridgeListSchema,
  idOrSlugSchema,
  printerSetupSchema,
  setUpPrinterSchema,
  slugSchema,
  type BridgeSummary,
  type Locale,
  type PrinterSetup,
  type SetUpPrinter,
} from '#libs/contracts';
import { Access, CurrentViewer, RequestLocale, type Viewer } from '#libs/people';
import { PrinterSetupService } from '#libs/printing';

/** Which printers a hub's bridges have, and how they reach them. */
@ApiTags('printers')
@Controller()
export class PrinterSetupController {
  constructor(private readonly setups: PrinterSetupService) {}

  @Get('hubs/:hub/bridges')
  @Access('staff')
  @ApiOkResponse({ standardSchema: bridgeListSchema })
  async bridges(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<{ items: BridgeSummary[]; nextCursor: null }> {
    return { items: await this.setups.bridges(hub, viewer), nextCursor: null };
  }

  @Put('hubs/:hub/printers/:printer')
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  async setUp(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('printer', { schema: slugSchema }) printer: string,
    @Body({ schema: setUpPrinterSchema }) body: SetUpPrinter,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<void> {
    await this.setups.setUp({ hub, printer }, body, { viewer, locale });
  }

  @Delete('hubs/:hub/printers/:printer')
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  async takeOff(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('printer', { schema: slugSchema }) printer: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.setups.takeOff({ hub, printer }, viewer);
  }

  @Get('printers/:id/setup')
  @Access('staff')
  @ApiOkResponse({ standardSchema: printerSetupSchema })
  show(@Param('id', { schema: idOrSlugSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<PrinterSetup> {
    return this.setups.show(viewer, id);
  }

  @Post('printers/:id/test')
  @HttpCode(202)
  @Access('staff')
  @ApiAcceptedResponse()
  async test(@Param('id', { schema: idOrSlugSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    await this.setups.test(viewer, id);
  }
}
