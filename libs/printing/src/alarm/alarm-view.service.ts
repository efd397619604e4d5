import { Injectable } from '@nestjs/common';
import type { Alarm, Locale } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { findHubForStaff } from '../printer/find-for-staff.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { AlarmRepository } from './alarm.repository.js';

/** What staff should go and look at. */
@Injectable()
export class AlarmViewService {
  constructor(
    private readonly printers: PrinterRepository,
    private readonly repository: AlarmRepository,
  ) {}

  /** @throws Problem `not_found`, `auth.forbidden` */
  async standing(hubName: string, viewer: Viewer, locale: Locale): Promise<Alarm[]> {
    const { id } = await findHubForStaff(this.printers, viewer, hubName);
    return this.repository.standing(id, locale);
  }
}
