import { Controller, Get, Logger, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Gauge, Registry } from 'prom-client';
import { Access } from '#libs/people';
import { Database } from '#libs/platform';

/** Figures of this process for Prometheus. */
@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  private readonly logger = new Logger(MetricsController.name);

  constructor(
    private readonly registry: Registry,
    private readonly database: Database,
  ) {
    const gauge: Gauge = new Gauge({
      name: 'digikeskus_outbox_rows',
      help: 'Jobs that are committed and not yet in the queue; not a number while the database is away',
      registers: [registry],
      collect: async () => gauge.set(await this.countOutbox()),
    });
  }

  @Get()
  @Access('public')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.registry.contentType);
    return this.registry.metrics();
  }

  /** Without the database the other figures are wanted most of all. */
  private async countOutbox(): Promise<number> {
    try {
      const [row] = await this.database.query<{ count: number }>('SELECT count(*)::int AS count FROM outbox');
      return row?.count ?? 0;
    } catch (error) {
      this.logger.warn(`the outbox cannot be counted: ${String(error)}`);
      return Number.NaN;
    }
  }
}
