import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '#libs/contracts';
import { negotiateLocale } from '../i18n/translate.js';
import { describeProblem } from './problem-document.js';
import { Problem } from './problem.js';

const codeOfStatus: Record<number, ProblemCode> = {
  400: 'request.invalid',
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'not_found',
  405: 'method.not_allowed',
  413: 'request.too_large',
  415: 'request.unsupported_media_type',
  429: 'rate_limited',
  503: 'service.unavailable',
};

/** The one place where an error becomes an answer. Only what nobody expected is logged as an error. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** For what goes wrong outside of any route. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error);
    if (problem.code === 'internal') this.log(error, request);
    // The stream has begun, so nothing can be said any more; the client sees a broken answer.
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const locale = negotiateLocale(request.headers['accept-language']);
    const document = describeProblem(problem, {
      locale,
      instance: request.url.split('?')[0] ?? '/',
      requestId: request.id,
    });
    if (problem.retryAfterSeconds !== undefined) void reply.header('retry-after', problem.retryAfterSeconds);
    void reply
      .status(problem.status)
      .header('content-language', locale)
      .header('vary', 'accept-language')
      .type('application/problem+json')
      .send(JSON.stringify(document));
  }

  private log(error: unknown, request: FastifyRequest): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.logger.error(`${request.id} ${request.method} ${request.url.split('?')[0] ?? ''}: ${text}`);
  }
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : fastifyStatus(error);
  return new Problem(codeOfStatus[status] ?? (status < 500 ? 'request.invalid' : 'internal'), { cause: error });
}

/** Fastify's own refusals (a body that is no JSON, too large …) carry a status code. */
function fastifyStatus(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
