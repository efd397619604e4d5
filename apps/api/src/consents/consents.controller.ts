import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  agreeSchema,
  myConsentsSchema,
  termsSchema,
  type Agree,
  type Locale,
  type MyConsents,
  type Terms,
} from '#libs/contracts';
import { Access, ConsentService, CurrentViewer, RequestLocale, type Viewer } from '#libs/people';

/** The terms, and who has agreed to them; signing in agrees to those of the day. */
@ApiTags('consents')
@Controller()
export class ConsentsController {
  constructor(private readonly consents: ConsentService) {}

  @Get('consents/current')
  @Access('public')
  @ApiOkResponse({ standardSchema: termsSchema })
  current(@RequestLocale() locale: Locale): Terms {
    return this.consents.current(locale);
  }

  @Get('me/consents')
  @Access('resident')
  @ApiOkResponse({ standardSchema: myConsentsSchema })
  list(@CurrentViewer() viewer: Viewer): Promise<MyConsents> {
    return this.consents.list(viewer);
  }

  @Post('me/consents')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ standardSchema: myConsentsSchema })
  agree(
    @Body({ schema: agreeSchema }) { version }: Agree,
    @CurrentViewer() viewer: Viewer,
    @RequestLocale() locale: Locale,
  ): Promise<MyConsents> {
    return this.consents.agree(viewer, version, locale);
  }
}
