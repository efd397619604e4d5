import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '#libs/people';
import { Clock, Config, Problem } from '#libs/platform';

const validDays = 180;
const dayMs = 24 * 3600_000;

/**
 * Whom to tell about a hole. Not there until SECURITY_CONTACT names somebody.
 * @see https://www.rfc-editor.org/rfc/rfc9116
 */
@ApiTags('security')
@Controller('.well-known')
export class SecurityTxtController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('security.txt')
  @Access('public')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  show(): string {
    const { securityContact, publicUrl } = this.config;
    if (securityContact === undefined) throw new Problem('not_found');
    // The file says anew every day how long it holds, so nobody has to remember to prolong it.
    const today = Math.floor(this.clock.now().getTime() / dayMs) * dayMs;
    return [
      `Contact: ${securityContact.includes('://') ? securityContact : `mailto:${securityContact}`}`,
      `Expires: ${new Date(today + validDays * dayMs).toISOString()}`,
      'Preferred-Languages: fi, sv, en',
      `Canonical: ${new URL('/.well-known/security.txt', publicUrl).href}`,
      '',
    ].join('\n');
  }
}
