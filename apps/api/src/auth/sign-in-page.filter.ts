import { Catch, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, ProblemFilter } from '#libs/platform';

const seeOther = 303;

/** A browser on its way gets the sign-in page, which says what went wrong; a program gets the problem document. */
@Injectable()
@Catch(Problem)
export class SignInPageFilter implements ExceptionFilter {
  private readonly problems = new ProblemFilter();

  catch(problem: Problem, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (!(request.headers.accept ?? '').includes('text/html')) return this.problems.answer(problem, request, reply);
    void reply
      .header('cache-control', 'no-store')
      .redirect(`/sign-in?problem=${encodeURIComponent(problem.code)}`, seeOther);
  }
}
