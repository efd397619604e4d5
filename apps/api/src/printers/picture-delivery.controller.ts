import { Controller, Delete, HttpCode, Param, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idSchema, pictureRefusals } from '#libs/contracts';
import { Access } from '#libs/people';
import { PictureDeliveryService } from '#libs/printing';
import { binary } from '../http/show-picture.js';

const linkSchema = z.object({ expires: z.coerce.number().int(), signature: z.string().max(100) });
const refusalSchema = linkSchema.extend({ reason: z.enum(pictureRefusals) });

/** Where a bridge brings a picture, or says that there is none, by the signed address that it was asked with. */
@ApiTags('bridge')
@Controller('printer-pictures')
export class PictureDeliveryController {
  constructor(private readonly deliveries: PictureDeliveryService) {}

  @Put(':id')
  @HttpCode(204)
  @Access('public')
  @ApiConsumes('image/jpeg', 'image/png')
  @ApiBody(binary)
  @ApiNoContentResponse()
  take(
    @Param('id', { schema: idSchema }) askingId: string,
    @Query({ schema: linkSchema }) link: z.infer<typeof linkSchema>,
    @Req() { body }: FastifyRequest,
  ): Promise<void> {
    return this.deliveries.take({ askingId, ...link }, Buffer.isBuffer(body) ? body : Buffer.alloc(0));
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('public')
  @ApiNoContentResponse()
  refuse(
    @Param('id', { schema: idSchema }) askingId: string,
    @Query({ schema: refusalSchema }) { reason, ...link }: z.infer<typeof refusalSchema>,
  ): Promise<void> {
    return this.deliveries.refuse({ askingId, ...link }, reason);
  }
}
