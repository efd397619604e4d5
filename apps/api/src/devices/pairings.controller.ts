import { Body, Controller, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  claimPairingSchema,
  idSchema,
  ownDeviceSchema,
  pairedSchema,
  pairingPendingSchema,
  pairingSchema,
  requestPairingSchema,
  type ClaimPairing,
  type OwnDevice,
  type Pairing,
  type PairingAnswer,
  type RequestPairing,
} from '#libs/contracts';
import {
  Access,
  AskingDevice,
  describeDevice,
  deviceCookieFor,
  PairingService,
  RateLimited,
  type CurrentDevice,
} from '#libs/people';
import { Config } from '#libs/platform';

/** What a device does itself: get a code, fetch the credential, ask who it is. */
@ApiTags('devices')
@Controller('devices')
export class PairingsController {
  private readonly cookie;

  constructor(
    private readonly pairings: PairingService,
    config: Config,
  ) {
    this.cookie = deviceCookieFor(config.publicUrl);
  }

  @Post('pairings')
  @Access('public')
  @RateLimited('pairing')
  @ApiCreatedResponse({ standardSchema: pairingSchema })
  request(@Body({ schema: requestPairingSchema }) body: RequestPairing): Promise<Pairing> {
    return this.pairings.request(body);
  }

  @Post('pairings/:id/claim')
  @Access('public')
  @ApiCreatedResponse({ standardSchema: pairedSchema })
  @ApiAcceptedResponse({ standardSchema: pairingPendingSchema })
  async claim(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: claimPairingSchema }) body: ClaimPairing,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PairingAnswer> {
    const claim = await this.pairings.claim(id, body.pollToken);
    if (claim.status === 'pending') {
      void reply.status(HttpStatus.ACCEPTED);
      return claim;
    }
    if (body.keep === 'token') return claim;
    reply.setCookie(this.cookie.name, claim.token, this.cookie.options);
    return { ...claim, token: null };
  }

  /** A screen asks now and then, which also keeps its cookie from growing old. */
  @Get('current')
  @Access('device')
  @ApiOkResponse({ standardSchema: ownDeviceSchema })
  current(
    @AskingDevice() device: CurrentDevice,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): OwnDevice {
    const cookie = request.cookies[this.cookie.name];
    if (cookie !== undefined) reply.setCookie(this.cookie.name, cookie, this.cookie.options);
    return describeDevice(device);
  }
}
