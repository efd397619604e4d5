import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  changeHubSchema,
  createHubSchema,
  hubSchema,
  idOrSlugSchema,
  type ChangeHub,
  type CreateHub,
  type Hub,
  type Locale,
} from '#libs/contracts';
import { HubSetup } from '#libs/booking';
import { Access, CurrentViewer, RequestLocale, type Viewer } from '#libs/people';

@ApiTags('hubs')
@Controller('hubs')
export class HubSetupController {
  constructor(private readonly setup: HubSetup) {}

  @Post()
  @Access('system')
  @ApiCreatedResponse({ standardSchema: hubSchema })
  create(
    @Body({ schema: createHubSchema }) body: CreateHub,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Hub> {
    return this.setup.create(body, { viewer, locale });
  }

  @Patch(':hub')
  @Access('admin')
  @ApiOkResponse({ standardSchema: hubSchema })
  change(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: changeHubSchema }) body: ChangeHub,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<Hub> {
    return this.setup.change(hub, body, { viewer, locale });
  }
}
