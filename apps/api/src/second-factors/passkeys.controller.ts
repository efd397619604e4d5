import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  addPasskeySchema,
  idSchema,
  passkeyOptionsSchema,
  passkeySchema,
  renamePasskeySchema,
  type AddPasskey,
  type Passkey,
  type RenamePasskey,
} from '#libs/contracts';
import { Access, CurrentViewer, PasskeyCeremony, PasskeyService, type SignedIn } from '#libs/people';
import { Config } from '#libs/platform';
import { giveSession } from '../auth/give-session.js';

@ApiTags('me')
@Controller('me/second-factors/passkeys')
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeyService,
    private readonly ceremony: PasskeyCeremony,
    private readonly config: Config,
  ) {}

  @Post('options')
  @HttpCode(200)
  @Access('resident')
  @ApiOkResponse({ standardSchema: passkeyOptionsSchema })
  ask(@CurrentViewer() viewer: SignedIn): Promise<{ challenge: string }> {
    return this.ceremony.askForNew(viewer);
  }

  @Post()
  @Access('resident')
  @ApiCreatedResponse({ standardSchema: passkeySchema })
  async add(
    @Body({ schema: addPasskeySchema }) body: AddPasskey,
    @CurrentViewer() viewer: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Passkey> {
    const { passkey, session } = await this.passkeys.add(viewer, body);
    giveSession(reply, this.config.publicUrl, session);
    return passkey;
  }

  @Patch(':id')
  @Access('resident')
  @ApiOkResponse({ standardSchema: passkeySchema })
  rename(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: renamePasskeySchema }) { name }: RenamePasskey,
    @CurrentViewer() viewer: SignedIn,
  ): Promise<Passkey> {
    return this.passkeys.rename(viewer, id, name);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  remove(@Param('id', { schema: idSchema }) id: string, @CurrentViewer() viewer: SignedIn): Promise<void> {
    return this.passkeys.remove(viewer, id);
  }
}
