import { Controller, Get, Headers, Query, Res, type OnModuleDestroy } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import { Gauge, Registry } from 'prom-client';
import { liveQuerySchema, type LiveEvent, type LiveQuery } from '#libs/contracts';
import { Access } from '#libs/people';
import { Clock, everyHub, LiveBus } from '#libs/platform';

const keepAliveMs = 15_000;
/** A reader that is this far behind has gone away without saying so. */
const maxUnreadBytes = 256 * 1024;

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
    registry: Registry,
  ) {
    const gauge: Gauge = new Gauge({
      name: 'digikeskus_live_streams',
      help: 'Screens that are told of changes by this process',
      registers: [registry],
      collect: () => gauge.set(this.streams.size),
    });
  }

  @Get()
  @Access('public')
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  open(
    @Query({ schema: liveQuerySchema }) { topics }: LiveQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    reply.hijack();
    const stream = reply.raw;
    // What every answer gets: a hijacked reply would leave it out.
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) stream.setHeader(name, value);
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    // The id comes at once, so that a client which is cut off before the first event asks with it, too.
    stream.write(`id: ${this.clock.now().getTime()}\n: open\n\n`);
    if (lastEventId !== undefined) for (const topic of topics) this.send(stream, { topic, hub: everyHub });
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
    if (stream.writableLength > maxUnreadBytes) return void stream.destroy();
    stream.write(`id: ${this.clock.now().getTime()}\ndata: ${JSON.stringify(event)}\n\n`);
  }
}
