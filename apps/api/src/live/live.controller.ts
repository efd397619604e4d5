import { Controller, Get, Headers, Query, Res, type OnModuleDestroy } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import { liveQuerySchema, type LiveEvent, type LiveQuery } from '#libs/contracts';
import { Access } from '#libs/people';
import { Clock, LiveBus } from '#libs/platform';

const keepAliveMs = 15_000;

/**
 * Live updates by server-sent events: `data: {topic, hub}` says what changed, and the client fetches it anew. A client
 * that comes back with `Last-Event-ID` may have missed something, so it is told that everything changed.
 */
@ApiTags('live')
@Controller('live')
export class LiveController implements OnModuleDestroy {
  private readonly streams = new Set<ServerResponse>();

  constructor(
    private readonly bus: LiveBus,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public')
  @ApiOkResponse({ description: 'text/event-stream' })
  open(
    @Query({ schema: liveQuerySchema }) { topics }: LiveQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write(': open\n\n');
    if (lastEventId !== undefined) for (const topic of topics) this.send(stream, { topic, hub: '*' });
    const unsubscribe = this.bus.subscribe((event) => {
      if (topics.includes(event.topic)) this.send(stream, event);
    });
    const keepAlive = setInterval(() => stream.write(': still here\n\n'), keepAliveMs);
    this.streams.add(stream);
    stream.on('close', () => {
      clearInterval(keepAlive);
      unsubscribe();
      this.streams.delete(stream);
    });
  }

  /** Open streams would keep the server from closing. */
  onModuleDestroy(): void {
    for (const stream of this.streams) stream.end();
  }

  private send(stream: ServerResponse, event: LiveEvent): void {
    stream.write(`id: ${this.clock.now().getTime()}\ndata: ${JSON.stringify(event)}\n\n`);
  }
}
