import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idSchema, type ModelFormat } from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { PrintPreviewService, type PreviewKind, type PrintPreview } from '#libs/printing';

const binary = { schema: { type: 'string', format: 'binary' } } as const;
const modelType: Readonly<Record<ModelFormat, string>> = { STL: 'model/stl', '3MF': 'model/3mf' };
/** The print's own address of it names the content, so it may be kept; another file has another address. */
const keptByBrowser = 'private, max-age=604800, immutable';

/** What can be looked at of a print before it is printed. */
@ApiTags('prints')
@Controller('print-jobs/:id')
export class PrintPreviewsController {
  constructor(private readonly previews: PrintPreviewService) {}

  @Get('thumbnail')
  @Access('resident')
  @ApiOkResponse({ content: { 'image/png': binary } })
  async thumbnail(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const picture = await this.find({ viewer, id, kind: 'thumbnail' }, request, reply);
    if (picture) await reply.type('image/png').send(await picture.open());
  }

  /** Layer by layer, gzipped, in the form that the contract describes. */
  @Get('toolpath')
  @Access('resident')
  @ApiOkResponse({ content: { 'application/gzip': binary } })
  async toolpath(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const path = await this.find({ viewer, id, kind: 'toolpath' }, request, reply);
    if (path) await reply.type('application/gzip').send(await path.open());
  }

  /** Somebody's own file: a browser shows and runs nothing of it. */
  @Get('model')
  @Access('resident')
  @ApiOkResponse({ content: { 'model/stl': binary, 'model/3mf': binary } })
  async model(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const model = await this.find({ viewer, id, kind: 'model' }, request, reply);
    if (!model?.modelFormat) return;
    await reply
      .type(modelType[model.modelFormat])
      .header('content-disposition', 'attachment')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(await model.open());
  }

  /** What the printer gets, when that is not the very file that was sent. */
  @Get('print-file')
  @Access('resident')
  @ApiOkResponse({ content: { 'text/x-gcode': binary } })
  async printFile(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.find({ viewer, id, kind: 'print-file' }, request, reply);
    if (!file) return;
    await reply
      .type('text/x-gcode')
      .header('content-disposition', `attachment; filename="${id}.gcode"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(await file.open());
  }

  /** @returns undefined when the browser has it already and was told so */
  private async find(
    wanted: { viewer: Viewer; id: string; kind: PreviewKind },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PrintPreview | undefined> {
    const preview = await this.previews.find(wanted.viewer, wanted.id, wanted.kind);
    const tag = `"${preview.sha256}"`;
    const { v = '' } = request.query as { v?: string };
    const isNamed = v.length >= 16 && preview.sha256.startsWith(v);
    void reply.header('etag', tag).header('cache-control', isNamed ? keptByBrowser : 'private, no-cache');
    if (request.headers['if-none-match'] !== tag) return preview;
    await reply.code(304).send();
    return undefined;
  }
}
