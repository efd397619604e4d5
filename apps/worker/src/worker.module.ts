import { Module, type DynamicModule } from '@nestjs/common';
import { BookingModule } from '#libs/booking';
import { PlatformModule, QueueModule, type Config } from '#libs/platform';
import { PrintingWorkModule } from '#libs/printing';

/** Everything that happens without a request. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forRoot(config), QueueModule.receiving(), BookingModule, PrintingWorkModule],
    };
  }
}
