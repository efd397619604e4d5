import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { AccessGuard, PeopleModule } from '#libs/people';
import { PlatformModule, ProblemFilter, type Config } from '#libs/platform';
import { AuthController } from './auth/auth.controller.js';
import { MailboxController } from './demo/mailbox.controller.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './health/metrics.controller.js';
import { LiveController } from './live/live.controller.js';
import { MeController } from './me/me.controller.js';

@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot(config), PeopleModule, TerminusModule.forRoot({ errorLogStyle: 'json' })],
      controllers: [
        AuthController,
        MeController,
        LiveController,
        MailboxController,
        HealthController,
        MetricsController,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useExisting: AccessGuard },
      ],
    };
  }
}
