import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '../config/config.js';
import { OutboxRelay } from '../outbox/outbox.relay.js';
import { JobQueues } from './job-queues.js';
import { JobRegistry } from './job-registry.js';
import { JobWorkers } from './job-workers.js';
import { QueueBackend } from './queue-backend.js';

/** The queue: every process may look into it, only the worker fills it from the outbox and does the jobs. */
@Global()
@Module({})
export class QueueModule implements OnApplicationShutdown {
  constructor(private readonly backend: QueueBackend) {}

  static sending(): DynamicModule {
    const backend = { provide: QueueBackend, useFactory: QueueBackend.for, inject: [Config] };
    return { module: QueueModule, providers: [backend, JobQueues], exports: [QueueBackend, JobQueues] };
  }

  static receiving(): DynamicModule {
    return { module: QueueReceivingModule };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.backend.close();
  }
}

@Module({ imports: [DiscoveryModule], providers: [JobRegistry, JobWorkers, OutboxRelay] })
class QueueReceivingModule {}
