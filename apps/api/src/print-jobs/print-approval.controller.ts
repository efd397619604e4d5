import { Body, Controller, Get, Param, Put, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  approvalRuleSchema,
  changeApprovalRuleSchema,
  idOrSlugSchema,
  type ApprovalRule,
  type ChangeApprovalRule,
} from '#libs/contracts';
import { Access, CurrentViewer, type Viewer } from '#libs/people';
import { ApprovalRuleService } from '#libs/printing';
import { Terms, type ChangeTerms } from '../http/change-terms.js';
import { EntityTag, ifMatchHeader } from '../http/entity-tag.js';

/** By which rule a hub approves prints that nobody has looked at. */
@ApiTags('rules')
@Controller('hubs/:hub/print-approval')
@UseInterceptors(EntityTag)
export class PrintApprovalController {
  constructor(private readonly rules: ApprovalRuleService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: approvalRuleSchema })
  show(@Param('hub', { schema: idOrSlugSchema }) hub: string, @CurrentViewer() viewer: Viewer): Promise<ApprovalRule> {
    return this.rules.show(hub, viewer);
  }

  @Put()
  @Access('admin')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: approvalRuleSchema })
  change(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: changeApprovalRuleSchema }) rule: ChangeApprovalRule,
    @Terms() { asking, ifMatch }: ChangeTerms,
  ): Promise<ApprovalRule> {
    return this.rules.change(hub, rule, { viewer: asking.viewer, ifMatch });
  }
}
