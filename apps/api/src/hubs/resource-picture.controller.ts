import { Controller, Delete, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idOrSlugSchema } from '#libs/contracts';
import { ResourcePictures } from '#libs/booking';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { binary, showPicture } from '../http/show-picture.js';

/** The thing's own address of it names the content. */
const keptByBrowser = 'public, max-age=31536000, immutable';

/** What a thing looks like. */
@ApiTags('hubs')
@Controller('hubs/:hub/resources/:resource/picture')
export class ResourcePictureController {
  constructor(private readonly pictures: ResourcePictures) {}

  @Get()
  @Access('public')
  @ApiOkResponse({ content: { 'image/jpeg': binary, 'image/png': binary } })
  async show(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content, type, version } = await this.pictures.find({ hub, resource });
    const { v } = request.query as { v?: string };
    void reply.header('cache-control', v === version ? keptByBrowser : 'public, no-cache');
    await showPicture(reply, type).send(content);
  }

  @Put()
  @HttpCode(204)
  @Access('admin')
  @ApiConsumes('image/jpeg', 'image/png')
  @ApiBody(binary)
  @ApiNoContentResponse()
  put(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @Req() { body }: FastifyRequest,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.pictures.put({ hub, resource }, Buffer.isBuffer(body) ? body : Buffer.alloc(0), viewer);
  }

  @Delete()
  @HttpCode(204)
  @Access('admin')
  @ApiNoContentResponse()
  remove(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('resource', { schema: idOrSlugSchema }) resource: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.pictures.remove({ hub, resource }, viewer);
  }
}
