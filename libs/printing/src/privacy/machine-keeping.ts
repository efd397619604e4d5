import { Injectable } from '@nestjs/common';
import { HoldsPersonalData, type ColumnFates, type ExportSection, type PersonalDataHolder } from '#libs/platform';
import { AlarmRepository } from '../alarm/alarm.repository.js';
import { TemperatureRepository } from '../temperature/temperature.repository.js';

/** How warm a machine was, and what was wrong with it, is nobody's personal data; it is forgotten all the same. */
@HoldsPersonalData()
@Injectable()
export class MachineKeeping implements PersonalDataHolder {
  readonly columns: ColumnFates = {
    printer_temperature: {},
    machine_alarm: {},
    printer_connection: {},
    printer_test: {},
    printer_picture: {},
  };

  constructor(
    private readonly temperatures: TemperatureRepository,
    private readonly alarms: AlarmRepository,
  ) {}

  async exportFor(): Promise<ExportSection[]> {
    return [];
  }

  async erase(): Promise<void> {}

  async expire(now: Date): Promise<boolean> {
    const hasMoreTemperatures = await this.temperatures.expire(now);
    return (await this.alarms.expire(now)) || hasMoreTemperatures;
  }
}
