import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { idOrSlugSchema } from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { CameraViewService } from '#libs/printing';
import { binary, showPicture } from '../http/show-picture.js';

/** What a printer's camera sees now, for staff and for whoever's print is on it. */
@ApiTags('printers')
@Controller('printers/:id/picture')
export class PrinterPictureController {
  constructor(private readonly cameras: CameraViewService) {}

  @Get()
  @Access('resident')
  @ApiOkResponse({ content: { 'image/jpeg': binary, 'image/png': binary } })
  async show(
    @Param('id', { schema: idOrSlugSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content, type, takenAt } = await this.cameras.look(viewer, id);
    void reply.header('cache-control', 'no-store').header('last-modified', takenAt.toUTCString());
    await showPicture(reply, type).send(content);
  }
}
