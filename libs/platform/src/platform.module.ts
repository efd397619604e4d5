import { Global, Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock, SystemClock } from './clock/clock.js';
import { Config } from './config/config.js';
import { KeyedHash } from './crypto/keyed-hash.js';
import { Database } from './database/database.js';
import { dataSourceOptions } from './database/data-source.js';
import { LiveBus } from './live/live-bus.js';
import { MailService } from './mail/mail.service.js';
import { Mailer } from './mail/mailer.js';
import { OutboxRelay } from './outbox/outbox.relay.js';
import { OutboxSignal } from './outbox/outbox-signal.js';
import { QueueModule } from './queue/queue.module.js';
import { FileStore } from './storage/file-store.js';

/** What every process needs, ready to inject. */
@Global()
@Module({})
export class PlatformModule implements OnModuleInit, OnApplicationShutdown {
  constructor(private readonly liveBus: LiveBus) {}

  static forRoot(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(config.databaseUrl), autoLoadEntities: true }),
        QueueModule.sending(),
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useClass: SystemClock },
        { provide: LiveBus, useFactory: LiveBus.for, inject: [Config] },
        { provide: Mailer, useFactory: Mailer.for, inject: [Config, DataSource, Clock] },
        OutboxSignal,
        OutboxRelay,
        Database,
        KeyedHash,
        FileStore,
        MailService,
      ],
      exports: [Config, Clock, LiveBus, Database, KeyedHash, FileStore, OutboxRelay],
    };
  }

  async onModuleInit(): Promise<void> {
    await this.liveBus.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.liveBus.stop();
  }
}
