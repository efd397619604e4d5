import { Module, type DynamicModule } from '@nestjs/common';
import { bookingEntities, BookingWorkModule } from '#libs/booking';
import { peopleEntities, PeopleWorkModule } from '#libs/people';
import { PlatformModule, QueueModule, type Config } from '#libs/platform';
import { printingEntities, PrintingWorkModule } from '#libs/printing';

/** Everything that happens without a request. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config, [...peopleEntities, ...bookingEntities, ...printingEntities]),
        QueueModule.receiving(),
        PeopleWorkModule,
        BookingWorkModule,
        PrintingWorkModule,
      ],
    };
  }
}
