import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { bridgePrintersSchema, type BridgePrinters } from '#libs/contracts';
import { Access, AskingDevice, type CurrentDevice } from '#libs/people';
import { PrinterSetupService } from '#libs/printing';

/** For a bridge alone: its own printers, with what it needs to get into them. */
@ApiTags('devices')
@Controller('devices/current/printers')
export class BridgePrintersController {
  constructor(private readonly setups: PrinterSetupService) {}

  @Get()
  @Access('device')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: bridgePrintersSchema })
  list(@AskingDevice() device: CurrentDevice): Promise<BridgePrinters> {
    return this.setups.printersOf(device);
  }
}
