import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { idSchema } from '#libs/contracts';
import { Access } from '#libs/people';
import { PrintFileService } from '#libs/printing';

const linkSchema = z.object({ expires: z.coerce.number().int(), signature: z.string().max(100) });

/** Where a bridge fetches a print file, by the signed address that the start command carries. */
@ApiTags('bridge')
@Controller('print-files')
export class PrintFilesController {
  constructor(private readonly files: PrintFileService) {}

  @Get(':id')
  @Access('public')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async download(
    @Param('id', { schema: idSchema }) printJobId: string,
    @Query({ schema: linkSchema }) link: z.infer<typeof linkSchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stream, sizeBytes } = await this.files.open({ printJobId, ...link });
    await reply
      .type('application/octet-stream')
      .header('content-length', sizeBytes)
      .header('content-disposition', 'attachment')
      // Whatever a browser might take it for, it shows and runs nothing.
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'no-store')
      .send(stream);
  }
}
