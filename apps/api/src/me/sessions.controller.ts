import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { idSchema, listOf, sessionSchema, type Session } from '#libs/contracts';
import { Access, CurrentViewer, SessionsService, type Viewer } from '#libs/people';

/** Where somebody is signed in. */
@ApiTags('me')
@Controller('me/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @Access('resident')
  @ApiOkResponse({ standardSchema: listOf(sessionSchema) })
  async list(@CurrentViewer() viewer: Viewer): Promise<{ items: Session[]; nextCursor: null }> {
    return { items: await this.sessions.list(viewer), nextCursor: null };
  }

  @Delete()
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  endOthers(@CurrentViewer() viewer: Viewer): Promise<void> {
    return this.sessions.endOthers(viewer);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  end(@Param('id', { schema: idSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.sessions.endOne(viewer, id);
  }
}
