import { Controller, Delete, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { idSchema } from '#libs/contracts';
import { Access, CurrentViewer, ErasureService, sessionCookieFor, type Viewer } from '#libs/people';
import { Config } from '#libs/platform';

@ApiTags('privacy')
@Controller()
export class ErasureController {
  private readonly cookie;

  constructor(
    private readonly erasure: ErasureService,
    config: Config,
  ) {
    this.cookie = sessionCookieFor(config.publicUrl);
  }

  @Delete('me')
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  async eraseOwn(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.erasure.eraseOwn(viewer);
    reply.clearCookie(this.cookie.name, this.cookie.options);
  }

  /** For those who have asked for it by letter or in person. */
  @Post('people/:id/erase')
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  async erase(@Param('id', { schema: idSchema }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    await this.erasure.eraseFor(id, viewer);
  }
}
