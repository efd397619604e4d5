import { Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { hubRoleSchema, idOrSlugSchema, idSchema, type HubRole } from '#libs/contracts';
import { Access, CurrentViewer, RoleService, type Viewer } from '#libs/people';

@ApiTags('people')
@Controller('people/:id/roles/:hub/:role')
export class RolesController {
  constructor(private readonly roles: RoleService) {}

  @Put()
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  grant(
    @Param('id', { schema: idSchema }) accountId: string,
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('role', { schema: hubRoleSchema }) role: HubRole,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.roles.grant({ accountId, hub, role }, viewer);
  }

  @Delete()
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  revoke(
    @Param('id', { schema: idSchema }) accountId: string,
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('role', { schema: hubRoleSchema }) role: HubRole,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.roles.revoke({ accountId, hub, role }, viewer);
  }
}
