import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { providerSignInSchema, signInMethodsSchema, type Locale, type SignInMethods } from '#libs/contracts';
import {
  Access,
  ProviderClient,
  ProviderSignInService,
  RateLimited,
  RequestLocale,
  sessionCookieFor,
  type SignedIn,
} from '#libs/people';
import { Clock, Config, Problem } from '#libs/platform';
import { SignInPageFilter } from './sign-in-page.filter.js';
import { journeyCookieFor, pathOfOurs, readJourney, writeJourney } from './sign-in-journey.js';

const seeOther = 303;

/** Signing in by the town's own identity provider: the browser goes there and comes back. */
@ApiTags('sign-in')
@Controller('auth')
export class ProviderSignInController {
  private readonly cookie;
  private readonly journeyCookie;

  constructor(
    private readonly provider: ProviderClient,
    private readonly signIns: ProviderSignInService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.cookie = sessionCookieFor(config.publicUrl);
    this.journeyCookie = journeyCookieFor(config.publicUrl);
  }

  @Get('methods')
  @Access('public')
  @ApiOkResponse({ standardSchema: signInMethodsSchema })
  methods(): SignInMethods {
    const { oidc } = this.config;
    return { code: true, provider: oidc === undefined ? null : { name: oidc.name } };
  }

  @Get('oidc/start')
  @Access('public')
  @RateLimited('providerSignIn')
  @UseFilters(SignInPageFilter)
  @ApiResponse({ status: seeOther, description: 'To the provider' })
  async start(
    @Query({ schema: providerSignInSchema }) { next }: z.infer<typeof providerSignInSchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { address, secrets } = await this.provider.begin();
    const journey = {
      ...secrets,
      next: pathOfOurs(next, this.config.publicUrl),
      beganAt: this.clock.now().getTime(),
    };
    reply.setCookie(this.journeyCookie.name, writeJourney(journey), this.journeyCookie.options);
    await goTo(reply, address.href);
  }

  @Get('oidc/callback')
  @Access('public')
  @RateLimited('providerSignIn')
  @UseFilters(SignInPageFilter)
  @ApiResponse({ status: seeOther, description: 'To where the journey began, with a session cookie' })
  async callback(
    @Req() request: FastifyRequest,
    @RequestLocale() locale: Locale,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (this.config.oidc === undefined) throw new Problem('not_found');
    // A journey ends here, whatever comes of it.
    reply.clearCookie(this.journeyCookie.name, this.journeyCookie.options);
    const journey = readJourney(request.cookies[this.journeyCookie.name], this.clock.now());
    if (journey === undefined) throw new Problem('auth.sign_in_expired');
    const [, query = ''] = request.url.split('?', 2);
    if (new URLSearchParams(query).get('state') !== journey.state) throw new Problem('auth.sign_in_expired');
    const claims = await this.provider.finish(`?${query}`, journey);
    const session = await this.signIns.signIn(claims, locale, request.headers['user-agent']);
    reply.setCookie(this.cookie.name, session.token, { ...this.cookie.options, expires: session.expiresAt });
    await goTo(reply, nextStop(session.viewer.standing, journey.next));
  }
}

/** Who is not all the way in goes where that is put right, and from there on. */
function nextStop(standing: SignedIn['standing'], next: string): string {
  if (standing === 'full') return next;
  return `${standing === 'half_open' ? '/sign-in' : '/account/secure'}?next=${encodeURIComponent(next)}`;
}

async function goTo(reply: FastifyReply, address: string): Promise<void> {
  await reply.header('cache-control', 'no-store').redirect(address, seeOther);
}
