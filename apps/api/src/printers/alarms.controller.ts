import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { alarmListSchema, idOrSlugSchema, type Alarm, type Locale } from '#libs/contracts';
import { Access, CurrentViewer, RequestLocale, type Viewer } from '#libs/people';
import { AlarmViewService } from '#libs/printing';

/** What is wrong with a hub's machines now; it is raised and cleared by itself. */
@ApiTags('printers')
@Controller('hubs/:hub/alarms')
export class AlarmsController {
  constructor(private readonly alarms: AlarmViewService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: alarmListSchema })
  async list(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<{ items: Alarm[]; nextCursor: null }> {
    return { items: await this.alarms.standing(hub, viewer, locale), nextCursor: null };
  }
}
