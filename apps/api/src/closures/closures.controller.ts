import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  closureListSchema,
  closureResultSchema,
  createClosureSchema,
  idOrSlugSchema,
  idSchema,
  type Closure,
  type ClosureResult,
  type CreateClosure,
  type Locale,
} from '#libs/contracts';
import { ClosureService } from '#libs/booking';
import { Access, CurrentViewer, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';

/** A preview answers what closing would do to the bookings, and does nothing. */
@ApiTags('closures')
@ReadsPersons('bookings')
@Controller('hubs/:hub/closures')
export class ClosuresController {
  constructor(private readonly closures: ClosureService) {}

  @Get()
  @Access('public')
  @ApiOkResponse({ standardSchema: closureListSchema })
  async list(@Param('hub', { schema: idOrSlugSchema }) hub: string): Promise<{ items: Closure[]; nextCursor: null }> {
    return { items: await this.closures.list(hub), nextCursor: null };
  }

  @Post('preview')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ standardSchema: closureResultSchema })
  preview(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: createClosureSchema }) body: CreateClosure,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<ClosureResult> {
    return this.closures.close(hub, body, { asking: { viewer, locale }, isPreview: true });
  }

  @Post()
  @Access('staff')
  @ApiCreatedResponse({ standardSchema: closureResultSchema })
  close(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: createClosureSchema }) body: CreateClosure,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<ClosureResult> {
    return this.closures.close(hub, body, { asking: { viewer, locale }, isPreview: false });
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  lift(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<void> {
    return this.closures.lift(hub, id, { viewer, locale });
  }
}
