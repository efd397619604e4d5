import { Injectable } from '@nestjs/common';
import type { JobPayload } from '#libs/contracts';
import { HandlesJob } from '#libs/platform';
import { PersonalDataRegistry } from './personal-data-registry.js';

/** Does what an erasure has left to be done: as often as it takes, and again without harm. */
@Injectable()
export class SettlingService {
  constructor(private readonly registry: PersonalDataRegistry) {}

  @HandlesJob('person.settle')
  async settle(person: JobPayload<'person.settle'>): Promise<void> {
    for (const holder of this.registry.holders()) await holder.settle?.(person);
  }
}
