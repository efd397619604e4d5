import { Module } from '@nestjs/common';
import { PeopleModule } from './people.module.js';
import { RetentionSchedule } from './privacy/retention-schedule.js';
import { RetentionService } from './privacy/retention.service.js';

/** What happens to people's data by itself: forgetting what was kept long enough. */
@Module({ imports: [PeopleModule], providers: [RetentionSchedule, RetentionService] })
export class PeopleWorkModule {}
