import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessGuard, type Viewer } from '#libs/people';
import { Database, JobQueues, Problem, ProblemFilter, type Config } from '#libs/platform';
import { plainQueuePage, shownQueues } from './plain-queue-page.js';

/** Where the queues are seen; the web app has no page there. */
export const queueBoardPath = '/staff/queues';

/** Bull Board writes styles into its page; its scripts are files of its own. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'";

const logger = new Logger('QueueBoard');
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * The queues of prints: Bull Board where they are in Redis, a plain page with their counts where they are in PostgreSQL.
 * Staff may look, administrators may change, and whatever is changed is recorded.
 * @see docs/adr/0033-queues-are-seen.md
 */
export async function publishQueues(app: NestFastifyApplication, { redisUrl }: Config): Promise<void> {
  const queues = app.get(JobQueues, { strict: false });
  const server = app.getHttpAdapter().getInstance();
  await server.register(async (scope) => {
    scope.addHook('onRequest', admitter(app));
    if (redisUrl === undefined) {
      scope.get(queueBoardPath, async (request, reply) => {
        const page = await plainQueuePage(queues, request.headers['accept-language']);
        return reply.type('text/html; charset=utf-8').send(page);
      });
      return;
    }
    const board = new FastifyAdapter();
    board.setBasePath(queueBoardPath);
    createBullBoard({
      queues: shownQueues.map((name) => new BullMQAdapter(queues.queue(name))),
      serverAdapter: board,
      options: { uiConfig: { boardTitle: 'Digikeskus' } },
    });
    board.setErrorHandler(discreetAnswer);
    await scope.register(board.registerPlugin(), { prefix: queueBoardPath });
  });
}

/** In the place of Bull Board's own, which would also answer where in the code it happened. */
function discreetAnswer(error: Error): { status: 403 | 500; body: { error: string } } {
  if (error instanceof Problem) return { status: 403, body: { error: error.code } };
  logger.error(`queues: ${error.message}`, error.stack);
  return { status: 500, body: { error: 'internal' } };
}

/** Bull Board answers errors in its own way, so a refusal is answered here. */
function admitter(app: NestFastifyApplication) {
  const guard = app.get(AccessGuard, { strict: false });
  const database = app.get(Database, { strict: false });
  const problems = new ProblemFilter();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const isChange = request.method !== 'GET';
    try {
      const viewer = await guard.admit({ cookies: request.cookies, params: {} }, isChange ? 'admin' : 'staff');
      if (viewer === undefined) throw new Problem('auth.required');
      if (isChange) await record(database, viewer, request);
    } catch (error) {
      // Whoever opens the page in a browser is led to where one signs in.
      if (request.method === 'GET' && request.headers.accept?.includes('text/html')) return reply.redirect('/staff');
      problems.answer(error, request, reply);
      return reply;
    }
    reply.raw.setHeader('content-security-policy', policy);
    return undefined;
  };
}

async function record(database: Database, viewer: Viewer, { method, url }: FastifyRequest): Promise<void> {
  const [path = ''] = url.split('?');
  const printJobId = uuid.exec(path)?.[0];
  const subject = printJobId
    ? { subjectType: 'print_job' as const, subjectId: printJobId }
    : { subjectType: 'account' as const, subjectId: viewer.accountId };
  await database.transaction(async (tx) => {
    const details = { method, path: path.slice(queueBoardPath.length) };
    tx.record({ accountId: viewer.accountId, action: 'queue.change', ...subject, details });
  });
}
