import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  meSchema,
  passkeyOptionsSchema,
  recoveryCodeSchema,
  showPasskeySchema,
  totpCodeSchema,
  type Me,
  type RecoveryCode,
  type ShowPasskey,
  type TotpCode,
} from '#libs/contracts';
import { Access, CurrentViewer, PasskeyCeremony, SecondStepService, type SignedIn } from '#libs/people';
import { Config } from '#libs/platform';
import { giveSession } from './give-session.js';

/** The second step of signing in; each way of it ends with a new token in the cookie. */
@ApiTags('sign-in')
@Controller('auth/second-factor')
export class SecondStepController {
  constructor(
    private readonly secondStep: SecondStepService,
    private readonly ceremony: PasskeyCeremony,
    private readonly config: Config,
  ) {}

  @Post('passkey/options')
  @HttpCode(200)
  @Access('signing_in')
  @ApiOkResponse({ standardSchema: passkeyOptionsSchema })
  askForPasskey(@CurrentViewer() viewer: SignedIn): Promise<{ challenge: string }> {
    return this.ceremony.askForKnown(viewer);
  }

  @Post('passkey')
  @HttpCode(200)
  @Access('signing_in')
  @ApiOkResponse({ standardSchema: meSchema })
  async showPasskey(
    @Body({ schema: showPasskeySchema }) { credential }: ShowPasskey,
    @CurrentViewer() viewer: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return giveSession(reply, this.config.publicUrl, await this.secondStep.showPasskey(viewer, credential));
  }

  @Post('totp')
  @HttpCode(200)
  @Access('signing_in')
  @ApiOkResponse({ standardSchema: meSchema })
  async showTotp(
    @Body({ schema: totpCodeSchema }) { code }: TotpCode,
    @CurrentViewer() viewer: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return giveSession(reply, this.config.publicUrl, await this.secondStep.showTotp(viewer, code));
  }

  @Post('recovery')
  @HttpCode(200)
  @Access('signing_in')
  @ApiOkResponse({ standardSchema: meSchema })
  async showRecoveryCode(
    @Body({ schema: recoveryCodeSchema }) { code }: RecoveryCode,
    @CurrentViewer() viewer: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return giveSession(reply, this.config.publicUrl, await this.secondStep.showRecoveryCode(viewer, code));
  }
}
