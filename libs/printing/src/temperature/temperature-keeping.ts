import { Injectable } from '@nestjs/common';
import { HoldsPersonalData, type ColumnFates, type ExportSection, type PersonalDataHolder } from '#libs/platform';
import { TemperatureRepository } from './temperature.repository.js';

/** How warm a printer was is nobody's personal data; it is forgotten all the same. */
@HoldsPersonalData()
@Injectable()
export class TemperatureKeeping implements PersonalDataHolder {
  readonly columns: ColumnFates = { printer_temperature: {} };

  constructor(private readonly repository: TemperatureRepository) {}

  async exportFor(): Promise<ExportSection[]> {
    return [];
  }

  async erase(): Promise<void> {}

  expire(now: Date): Promise<boolean> {
    return this.repository.expire(now);
  }
}
