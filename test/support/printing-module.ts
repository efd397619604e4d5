import { Test, type TestingModule } from '@nestjs/testing';
import { bookingEntities } from '#libs/booking';
import type { JobPayload, LiveEvent } from '#libs/contracts';
import { peopleEntities, PeopleWorkModule } from '#libs/people';
import { Clock, HandlesJob, LiveBus, PlatformModule, QueueModule, type Config } from '#libs/platform';
import { printingEntities, PrintingWorkModule } from '#libs/printing';
import { BridgeLink } from '../../libs/printing/src/bridge/bridge-link.js';
import { BridgeListener } from '../../libs/printing/src/bridge/bridge-listener.js';
import { PrintAnalysisService } from '../../libs/printing/src/analysis/print-analysis.service.js';
import type { FakeBridgeLink } from './bridge-reports.js';
import { LoopbackBus } from './loopback-bus.js';

/** What stands around the printing library in a test, and sees what it does. */
export interface Surroundings {
  readonly clock: Clock;
  readonly link: FakeBridgeLink;
  readonly live: LiveEvent[];
  /** Jobs that were given to the analysis, which is not done here. */
  readonly analysed: string[];
}

/** The worker's half of printing. @param works whether the queue's jobs are done as well */
export function compilePrinting(
  { clock, link, live, analysed }: Surroundings,
  config: Config,
  works: boolean,
): Promise<TestingModule> {
  const entities = [...peopleEntities, ...bookingEntities, ...printingEntities];
  const bus = new LoopbackBus();
  bus.subscribe((event) => live.push(event));
  return Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(config, entities),
      PeopleWorkModule,
      PrintingWorkModule,
      ...(works ? [QueueModule.receiving()] : []),
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(BridgeLink)
    .useValue(link)
    .overrideProvider(BridgeListener)
    .useValue({})
    .overrideProvider(PrintAnalysisService)
    .useValue(new RecordedAnalysis(analysed))
    .overrideProvider(LiveBus)
    .useValue(bus)
    .compile();
}

/** In the place of the thread that reads files. */
class RecordedAnalysis {
  constructor(private readonly seen: string[]) {}

  @HandlesJob('print.analyse')
  async analyse({ printJobId }: JobPayload<'print.analyse'>): Promise<void> {
    this.seen.push(printJobId);
  }
}
