import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  idOrSlugSchema,
  kioskCheckedInSchema,
  kioskCheckInSchema,
  type KioskCheckedIn,
  type KioskCheckIn,
  type Locale,
} from '#libs/contracts';
import { Access, AskingDevice, RequestLocale, type CurrentDevice } from '#libs/people';
import { KioskAdmission } from './kiosk-admission.service.js';

/** What somebody does at the screen on the wall. */
@ApiTags('kiosk')
@Controller('hubs/:hub/kiosk')
export class KioskController {
  constructor(private readonly admission: KioskAdmission) {}

  @Post('check-in')
  @HttpCode(200)
  @Access('device')
  @ApiOkResponse({ standardSchema: kioskCheckedInSchema })
  checkIn(
    @Param('hub', { schema: idOrSlugSchema }) hub: string,
    @Body({ schema: kioskCheckInSchema }) { code }: KioskCheckIn,
    @AskingDevice() device: CurrentDevice,
    @RequestLocale() locale: Locale,
  ): Promise<KioskCheckedIn> {
    return this.admission.checkIn(code, { hub, device, locale });
  }
}
