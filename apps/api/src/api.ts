import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { RequestMethod, StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookieFor } from '#libs/people';
import { DiscreetLogger, Problem, ProblemFilter, type Config } from '#libs/platform';
import { ApiModule } from './api.module.js';
import { actWithinRequest } from './http/acting-session.js';
import { connectionLimits, limitBodyTime, type ConnectionLimits } from './http/connection-limits.js';
import { publishOpenApi } from './http/open-api.js';
import { forbidFeatures, keepFromCaches } from './http/response-headers.js';
import { refuseCrossOrigin } from './http/same-origin.js';
import { refuseUnstorableText } from './http/storable-text.js';
import { securityHeaders } from './http/security-headers.js';
import { acceptPictures } from './http/picture-body.js';
import { answerUnreadable } from './http/unreadable-request.js';
import { pageFor } from './http/web-pages.js';
import { publishQueues } from './queues/queue-board.js';

const maxJsonBytes = 256 * 1024;
/** Node takes no longer head of a request, so this is no limit of its own. */
const maxAddressLength = 16 * 1024;
const outsideOfApi = ['health/live', 'health/ready', 'metrics', '.well-known/security.txt'];
const yearSeconds = 365 * 24 * 3600;

/**
 * The API with the web app's files, ready to listen.
 * @param config of this process
 * @param webRoot folder of the built web app; left out when it does not exist
 * @param limits how long a client may take
 */
export async function createApi(
  config: Config,
  webRoot: string,
  limits: ConnectionLimits = connectionLimits,
): Promise<NestFastifyApplication> {
  const adapter = createAdapter(config, limits);
  adapter.getInstance().addHook('preParsing', limitBodyTime(limits));
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config), adapter, {
    logger: new DiscreetLogger(config),
    abortOnError: false,
    // Nest's own would also take forms, which any site can make a browser send. Fastify's takes JSON.
    bodyParser: false,
  });
  adapter.getInstance().removeContentTypeParser('text/plain');
  acceptPictures(adapter.getInstance());
  const exclude = outsideOfApi.map((path) => ({ path, method: RequestMethod.GET }));
  app.setGlobalPrefix('api/v1', { exclude });
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: toProblem }));
  await registerPlugins(app, config, webRoot);
  publishOpenApi(app, sessionCookieFor(config.publicUrl).name);
  return app;
}

function createAdapter({ trustProxy }: Config, limits: ConnectionLimits): FastifyAdapter {
  const problems = new ProblemFilter();
  return new FastifyAdapter({
    bodyLimit: maxJsonBytes,
    http: { headersTimeout: limits.head, connectionsCheckingInterval: limits.check },
    requestTimeout: limits.request,
    connectionTimeout: limits.idle,
    clientErrorHandler: answerUnreadable,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    trustProxy,
    // A parameter that is too long is refused by its schema, like any other that is wrong.
    routerOptions: { maxParamLength: maxAddressLength },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      problems.answer(error, request, reply),
    rewriteUrl: (request: IncomingMessage) => pageFor(request.url ?? '/'),
  });
}

async function registerPlugins(app: NestFastifyApplication, config: Config, webRoot: string): Promise<void> {
  await app.register(fastifyCookie);
  // How large a file may be is for the file store to say: here it would be cut off without a word.
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 10, fileSize: Number.POSITIVE_INFINITY } });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', securityHeaders(config.publicUrl.startsWith('https://')));
  fastify.addHook('onRequest', forbidFeatures);
  fastify.addHook('onRequest', refuseCrossOrigin);
  fastify.addHook('preValidation', refuseUnstorableText);
  fastify.addHook('preHandler', actWithinRequest);
  fastify.addHook('onSend', keepFromCaches);
  // Before the web app's files: both decorate the answer with a way to send files, this one for itself only.
  await publishQueues(app, config);
  if (!existsSync(webRoot)) return;
  await app.register(fastifyStatic, {
    root: webRoot,
    // The build lays compressed copies beside the files.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      void reply.header('cache-control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    },
  });
}

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };

function toProblem(issues: readonly Issue[]): Problem {
  return new Problem('request.invalid', {
    errors: issues.map(({ path = [], message }) => ({
      path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      message,
    })),
  });
}
