import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  askGuardianSchema,
  myGuardianConsentsSchema,
  type AskGuardian,
  type MyGuardianConsents,
} from '#libs/contracts';
import {
  Access,
  CurrentViewer,
  GuardianConsents,
  GuardianConsentService,
  RateLimited,
  type Viewer,
} from '#libs/people';

@ApiTags('consents')
@Controller('me/guardian-consent')
export class MyGuardianConsentController {
  constructor(
    private readonly asking: GuardianConsentService,
    private readonly consents: GuardianConsents,
  ) {}

  @Get()
  @Access('resident')
  @ApiOkResponse({ standardSchema: myGuardianConsentsSchema })
  list(@CurrentViewer() viewer: Viewer): Promise<MyGuardianConsents> {
    return this.consents.own(viewer);
  }

  @Post()
  @HttpCode(202)
  @Access('resident')
  @RateLimited('guardianAsk', 'guardianMail')
  @ApiAcceptedResponse({ standardSchema: myGuardianConsentsSchema })
  async ask(
    @Body({ schema: askGuardianSchema }) body: AskGuardian,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MyGuardianConsents> {
    await this.asking.askForOneself(body, viewer);
    return this.consents.own(viewer);
  }
}
