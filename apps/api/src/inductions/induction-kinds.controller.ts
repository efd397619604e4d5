import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  changeInductionKindSchema,
  idOrSlugSchema,
  inductionKindRuleListSchema,
  inductionKindRuleSchema,
  inductionKindSchema,
  type ChangeInductionKind,
  type InductionKindRule,
} from '#libs/contracts';
import { InductionKindService } from '#libs/booking';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { Terms, type ChangeTerms } from '../http/change-terms.js';
import { ifMatchHeader } from '../http/entity-tag.js';

@ApiTags('inductions')
@Controller('hubs/:hub/induction-kinds')
export class InductionKindsController {
  constructor(private readonly kinds: InductionKindService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: inductionKindRuleListSchema })
  async list(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof inductionKindRuleListSchema>> {
    return { items: await this.kinds.list(hub, viewer), nextCursor: null };
  }

  @Put(':kind')
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: inductionKindRuleSchema })
  change(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Param('kind', { schema: inductionKindSchema }) kind: string,
    @Body({ schema: changeInductionKindSchema }) body: ChangeInductionKind,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<InductionKindRule> {
    return this.kinds.change(hub, { kind, ...body, ifMatch }, asking.viewer);
  }
}
