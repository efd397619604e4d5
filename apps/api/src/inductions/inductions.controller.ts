import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  grantInductionSchema,
  idOrSlugSchema,
  idSchema,
  inductionListSchema,
  inductionQuerySchema,
  inductionSchema,
  type GrantInduction,
  type Induction,
  type InductionQuery,
} from '#libs/contracts';
import { InductionService } from '#libs/booking';
import { Access, CurrentViewer, ReadsPersons, type Viewer } from '#libs/people';

type InductionList = z.infer<typeof inductionListSchema>;

@ApiTags('inductions')
@ReadsPersons('inductions')
@Controller()
export class InductionsController {
  constructor(private readonly inductions: InductionService) {}

  @Get('inductions')
  @Access('resident')
  @ApiOkResponse({ standardSchema: inductionListSchema })
  async own(@CurrentViewer() viewer: Viewer): Promise<InductionList> {
    return { items: await this.inductions.own(viewer), nextCursor: null };
  }

  @Get('hubs/:hub/inductions')
  @Access('staff')
  @ApiOkResponse({ standardSchema: inductionListSchema })
  async list(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Query({ schema: inductionQuerySchema }) query: InductionQuery,
    @CurrentViewer() viewer: Viewer,
  ): Promise<InductionList> {
    return { items: await this.inductions.list(hub, query, viewer), nextCursor: null };
  }

  @Post('hubs/:hub/inductions')
  @Access('staff')
  @ApiCreatedResponse({ standardSchema: inductionSchema })
  grant(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: grantInductionSchema }) body: GrantInduction,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Induction> {
    return this.inductions.grant(hub, body, viewer);
  }

  @Delete('hubs/:hub/inductions/:id')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  revoke(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('id', { schema: idSchema }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.inductions.revoke(hub, id, viewer);
  }
}
