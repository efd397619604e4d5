import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Access } from '#libs/people';
import { Database } from '#libs/platform';

/** Figures of this process for Prometheus. */
@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(private readonly database: Database) {
    collectDefaultMetrics({ register: this.registry });
    const gauge: Gauge = new Gauge({
      name: 'digikeskus_outbox_rows',
      help: 'Jobs that are committed and not yet in the queue',
      registers: [this.registry],
      collect: async () => gauge.set(await this.countOutbox()),
    });
  }

  @Get()
  @Access('public')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.registry.metrics();
  }

  private async countOutbox(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>('SELECT count(*)::int AS count FROM outbox');
    return row?.count ?? 0;
  }
}
