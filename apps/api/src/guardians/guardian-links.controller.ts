import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  giveConsentSchema,
  guardianLinkSchema,
  guardianQuestionSchema,
  type GiveConsent,
  type GuardianQuestion,
} from '#libs/contracts';
import { Access, GuardianAnswers, RateLimited } from '#libs/people';

/** For guardians, who come by the link in a mail and have no account. */
@ApiTags('consents')
@Controller('guardian-consents/:token')
export class GuardianLinksController {
  constructor(private readonly answers: GuardianAnswers) {}

  @Get()
  @Access('public')
  @RateLimited('guardianAnswer', 'guardianLink')
  @ApiOkResponse({ standardSchema: guardianQuestionSchema })
  question(@Param('token', { schema: guardianLinkSchema }) token: string): Promise<GuardianQuestion> {
    return this.answers.question(token);
  }

  @Post()
  @HttpCode(204)
  @Access('public')
  @RateLimited('guardianAnswer', 'guardianLink')
  @ApiNoContentResponse()
  consent(
    @Param('token', { schema: guardianLinkSchema }) token: string,
    @Body({ schema: giveConsentSchema }) body: GiveConsent,
  ): Promise<void> {
    return this.answers.consent(token, body);
  }

  @Post('withdrawal')
  @HttpCode(204)
  @Access('public')
  @RateLimited('guardianAnswer', 'guardianLink')
  @ApiNoContentResponse()
  sayNo(@Param('token', { schema: guardianLinkSchema }) token: string): Promise<void> {
    return this.answers.sayNo(token);
  }
}
