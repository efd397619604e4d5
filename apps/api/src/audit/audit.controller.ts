import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { auditListSchema, auditQuerySchema, type AuditQuery, type Locale } from '#libs/contracts';
import { Access, AuditService, CurrentViewer, ReadsPersons, RequestLocale, type Viewer } from '#libs/people';

@ApiTags('audit')
@ReadsPersons('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ standardSchema: auditListSchema })
  list(
    @Query({ schema: auditQuerySchema }) query: AuditQuery,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<z.infer<typeof auditListSchema>> {
    return this.audit.list(query, { viewer, locale });
  }
}
