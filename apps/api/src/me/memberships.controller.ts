import { Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { idSchema } from '#libs/contracts';
import { Access, CurrentViewer, OrganisationService, type Viewer } from '#libs/people';

@ApiTags('me')
@Controller('me/organisations/:id')
export class MembershipsController {
  constructor(private readonly organisations: OrganisationService) {}

  @Put()
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  join(@Param('id', { schema: idSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.organisations.join(id, viewer);
  }

  @Delete()
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  leave(@Param('id', { schema: idSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.organisations.leave(id, viewer);
  }
}
