import { Global, Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, SystemClock } from './clock/clock.js';
import { Config } from './config/config.js';
import { KeyedHash } from './crypto/keyed-hash.js';
import { Sealing } from './crypto/sealing.js';
import { Database } from './database/database.js';
import { dataSourceOptions, type EntityClass } from './database/data-source.js';
import { LiveBus } from './live/live-bus.js';
import { openLiveBus } from './live/open-live-bus.js';
import { MailService } from './mail/mail.service.js';
import { Mailer } from './mail/mailer.js';
import { PlatformPersonalData } from './privacy/platform-personal-data.js';
import { QueueModule } from './queue/queue.module.js';
import { FileStore } from './storage/file-store.js';
import { openFileStore } from './storage/open-file-store.js';

/** What every process needs, ready to inject. */
@Global()
@Module({})
export class PlatformModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly liveBus: LiveBus,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * @param config of this process
   * @param entities of the features that the process has
   */
  static forRoot(config: Config, entities: readonly EntityClass[]): DynamicModule {
    return {
      module: PlatformModule,
      imports: [QueueModule.sending()],
      providers: [
        { provide: Config, useValue: config },
        {
          provide: DataSource,
          useFactory: () => openDataSource(config, entities),
        },
        { provide: Clock, useClass: SystemClock },
        { provide: LiveBus, useFactory: openLiveBus, inject: [Config] },
        { provide: Mailer, useFactory: Mailer.for, inject: [Config, DataSource, Clock] },
        Database,
        KeyedHash,
        Sealing,
        { provide: FileStore, useFactory: openFileStore, inject: [Config] },
        MailService,
        PlatformPersonalData,
      ],
      exports: [Config, Clock, LiveBus, Database, KeyedHash, Sealing, FileStore],
    };
  }

  async onModuleInit(): Promise<void> {
    await this.liveBus.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.liveBus.stop();
    await this.dataSource.destroy();
  }
}

function openDataSource(config: Config, entities: readonly EntityClass[]): Promise<DataSource> {
  const options = dataSourceOptions(config.databaseUrl, { entities, poolSize: config.databasePoolSize });
  return new DataSource(options).initialize();
}
