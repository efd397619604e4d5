import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  chooseNotificationsSchema,
  idOrSlugSchema,
  staffNotificationsListSchema,
  staffNotificationsSchema,
  type ChooseNotifications,
  type StaffNotifications,
} from '#libs/contracts';
import { Access, CurrentViewer, StaffNotificationsService, type Viewer } from '#libs/people';

/** What a member of the staff wants to be told by mail. */
@ApiTags('me')
@Controller('me/notifications')
export class NotificationsController {
  constructor(private readonly notifications: StaffNotificationsService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: staffNotificationsListSchema })
  async list(@CurrentViewer() viewer: Viewer): Promise<{ items: StaffNotifications[]; nextCursor: null }> {
    return { items: await this.notifications.list(viewer), nextCursor: null };
  }

  @Put(':hub')
  @Access('staff')
  @ApiOkResponse({ standardSchema: staffNotificationsSchema })
  choose(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: chooseNotificationsSchema }) body: ChooseNotifications,
    @CurrentViewer() viewer: Viewer,
  ): Promise<StaffNotifications> {
    return this.notifications.choose(hub, body, viewer);
  }
}
