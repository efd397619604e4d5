import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  meSchema,
  recoveryCodesSchema,
  secondFactorsSchema,
  totpCodeSchema,
  totpSecretSchema,
  type Me,
  type RecoveryCodes,
  type SecondFactors,
  type TotpCode,
  type TotpSecret,
} from '#libs/contracts';
import {
  Access,
  CurrentViewer,
  RecoveryCodeService,
  SecondFactorListService,
  TotpService,
  type SignedIn,
} from '#libs/people';
import { Config } from '#libs/platform';
import { giveSession } from '../auth/give-session.js';

/** One's own second factors; those with a life of their own are in `passkeys.controller.ts`. */
@ApiTags('me')
@Controller('me/second-factors')
export class SecondFactorsController {
  constructor(
    private readonly secondFactors: SecondFactorListService,
    private readonly totps: TotpService,
    private readonly recoveryCodes: RecoveryCodeService,
    private readonly config: Config,
  ) {}

  @Get()
  @Access('resident')
  @ApiOkResponse({ standardSchema: secondFactorsSchema })
  list(@CurrentViewer() viewer: SignedIn): Promise<SecondFactors> {
    return this.secondFactors.list(viewer);
  }

  @Post('totp')
  @Access('resident')
  @ApiCreatedResponse({ standardSchema: totpSecretSchema })
  beginTotp(@CurrentViewer() viewer: SignedIn): Promise<TotpSecret> {
    return this.totps.begin(viewer);
  }

  @Post('totp/confirm')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ standardSchema: meSchema })
  async confirmTotp(
    @Body({ schema: totpCodeSchema }) { code }: TotpCode,
    @CurrentViewer() viewer: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return giveSession(reply, this.config.publicUrl, await this.totps.confirm(viewer, code));
  }

  @Delete('totp')
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  removeTotp(@CurrentViewer() viewer: SignedIn): Promise<void> {
    return this.totps.remove(viewer);
  }

  @Post('recovery-codes')
  @Access('resident')
  @ApiCreatedResponse({ standardSchema: recoveryCodesSchema })
  async createRecoveryCodes(@CurrentViewer() viewer: SignedIn): Promise<RecoveryCodes> {
    return { codes: await this.recoveryCodes.create(viewer) };
  }
}
