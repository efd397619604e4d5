import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  deviceListSchema,
  deviceSchema,
  idOrSlugSchema,
  idSchema,
  pairDeviceSchema,
  renameDeviceSchema,
  type Device,
  type PairDevice,
  type RenameDevice,
} from '#libs/contracts';
import { Access, CurrentViewer, DeviceService, type Viewer } from '#libs/people';

/** A hub's paired screens and bridges, for its administrator. */
@ApiTags('devices')
@Controller('hubs/:hub/devices')
export class DevicesController {
  constructor(private readonly devices: DeviceService) {}

  @Get()
  @Access('admin')
  @ApiOkResponse({ standardSchema: deviceListSchema })
  async list(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<{ items: Device[]; nextCursor: null }> {
    return { items: await this.devices.list(hub, viewer), nextCursor: null };
  }

  @Post()
  @Access('admin')
  @ApiCreatedResponse({ standardSchema: deviceSchema })
  pair(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: pairDeviceSchema }) body: PairDevice,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Device> {
    return this.devices.pair(hub, body, viewer);
  }

  @Patch(':id')
  @Access('admin')
  @ApiOkResponse({ standardSchema: deviceSchema })
  rename(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('id', { schema: idSchema }) deviceId: string,
    @Body({ schema: renameDeviceSchema }) { name }: RenameDevice,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Device> {
    return this.devices.rename({ hub, deviceId }, name, viewer);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  revoke(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('id', { schema: idSchema }) deviceId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.devices.revoke({ hub, deviceId }, viewer);
  }
}
