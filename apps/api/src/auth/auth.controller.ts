import { Body, Controller, Delete, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  codeRequestedSchema,
  meSchema,
  requestCodeSchema,
  signInSchema,
  type Locale,
  type Me,
  type RequestCode,
  type SignIn,
} from '#libs/contracts';
import {
  Access,
  CurrentClient,
  CurrentViewer,
  RateLimited,
  RequestLocale,
  sessionCookieFor,
  SignInService,
  type Viewer,
} from '#libs/people';
import { Config } from '#libs/platform';
import { giveSession } from './give-session.js';

@ApiTags('sign-in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signInService: SignInService,
    private readonly config: Config,
  ) {}

  @Post('codes')
  @HttpCode(202)
  @Access('public')
  @RateLimited('codeRequest')
  @ApiAcceptedResponse({ standardSchema: codeRequestedSchema })
  async requestCode(
    @Body({ schema: requestCodeSchema }) body: RequestCode,
    @RequestLocale() locale: Locale,
  ): Promise<{ expiresAt: string }> {
    const expiresAt = await this.signInService.requestCode(body.email, locale);
    return { expiresAt: expiresAt.toISOString() };
  }

  @Post('sessions')
  @Access('public')
  @RateLimited('codeTry')
  @ApiCreatedResponse({ standardSchema: meSchema })
  async signIn(
    @Body({ schema: signInSchema }) body: SignIn,
    @RequestLocale() locale: Locale,
    @CurrentClient() client: string,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const session = await this.signInService.signIn({ ...body, locale, client, userAgent });
    return giveSession(reply, this.config.publicUrl, session);
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @Access('signing_in')
  @ApiNoContentResponse()
  async signOut(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signInService.signOut(viewer);
    const { name, options } = sessionCookieFor(this.config.publicUrl);
    reply.clearCookie(name, options);
  }
}
