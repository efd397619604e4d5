import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  guardianConsentByStaffSchema,
  idOrSlugSchema,
  idSchema,
  missingConsentListSchema,
  type GuardianConsentByStaff,
  type Locale,
} from '#libs/contracts';
import {
  Access,
  CurrentViewer,
  GuardianConsentService,
  RateLimited,
  ReadsPersons,
  RequestLocale,
  type Viewer,
} from '#libs/people';
import { PersonReads } from '../people/person-reads.service.js';

/** Staff look after the consents of guardians in their hub. */
@ApiTags('people')
@ReadsPersons('people')
@Controller()
export class GuardianConsentController {
  constructor(
    private readonly consents: GuardianConsentService,
    private readonly reads: PersonReads,
  ) {}

  @Get('hubs/:hub/missing-consents')
  @Access('staff')
  @ApiOkResponse({ standardSchema: missingConsentListSchema })
  async missing(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<z.infer<typeof missingConsentListSchema>> {
    return { items: await this.reads.missingConsents(hub, { viewer, locale }), nextCursor: null };
  }

  @Post('people/:id/guardian-consent')
  @HttpCode(204)
  @Access('staff')
  @RateLimited('guardianMail')
  @ApiNoContentResponse()
  ask(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: guardianConsentByStaffSchema }) body: GuardianConsentByStaff,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.consents.byStaff(id, body, viewer);
  }

  @Delete('people/:id/guardian-consent/:hub')
  @HttpCode(204)
  @Access('staff')
  @ApiNoContentResponse()
  withdraw(
    @Param('id', { schema: idSchema }) id: string,
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.consents.withdrawByStaff(id, hub, viewer);
  }
}
