import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idSchema } from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { AttemptPictureView } from '#libs/printing';
import { binary, showPicture } from '../http/show-picture.js';

const numberSchema = z.coerce.number().int().positive();
/** The attempt's own address of it names the content. */
const keptByBrowser = 'private, max-age=604800, immutable';

/** What the printer's camera saw when a print failed. */
@ApiTags('prints')
@Controller('print-jobs/:id/attempts/:number/picture')
export class AttemptPictureController {
  constructor(private readonly pictures: AttemptPictureView) {}

  @Get()
  @Access('resident')
  @ApiOkResponse({ content: { 'image/jpeg': binary, 'image/png': binary } })
  async show(
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: numberSchema }) number: number,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const picture = await this.pictures.find(viewer, id, number);
    const { v = '' } = request.query as { v?: string };
    const isNamed = v.length >= 16 && picture.sha256.startsWith(v);
    void reply.header('cache-control', isNamed ? keptByBrowser : 'private, no-cache');
    await showPicture(reply, picture.type).send(await picture.open());
  }
}
