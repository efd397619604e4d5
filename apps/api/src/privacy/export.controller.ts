import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Locale } from '#libs/contracts';
import { Access, CurrentViewer, ExportService, RequestLocale, type Viewer } from '#libs/people';

@ApiTags('privacy')
@Controller('me/export')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  @Get()
  @Access('resident')
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async export(
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const archive = await this.exports.archive(viewer.accountId, locale);
    await reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="digikeskus.zip"')
      .header('cache-control', 'no-store')
      .send(archive);
  }
}
