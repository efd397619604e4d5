import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { z } from 'zod';
import { Access } from '#libs/people';
import { Database, QueueBackend, withinTime } from '#libs/platform';

const patienceMs = 3000;

/** `live`: the process answers. `ready`: it can also do its work. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: Database,
    private readonly queue: QueueBackend,
  ) {}

  @Get('live')
  @Access('public')
  @ApiOkResponse({ standardSchema: z.object({ status: z.literal('ok') }) })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Access('public')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      () => this.probe('database', () => this.database.query('SELECT 1')),
      () => this.probe('queue', () => this.queue.check()),
    ]);
  }

  private async probe<Name extends string>(name: Name, check: () => Promise<unknown>) {
    const indicator = this.indicators.check(name);
    try {
      await withinTime(check(), patienceMs);
      return indicator.up();
    } catch (error) {
      return indicator.down({ message: error instanceof Error ? error.message : String(error) });
    }
  }
}
