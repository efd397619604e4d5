import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, concatMap, type Observable } from 'rxjs';
import type { ReadKind } from '#libs/contracts';
import { Problem } from '#libs/platform';
import type { IdentifiedRequest } from '../access/access.js';
import { personsIn } from '../rules/persons-in.js';
import { ReadLogService } from './read-log.service.js';
import { readsPersonsKey } from './reads-persons.js';

/** Writes down whose data staff are about to see. What cannot be written down is not shown. */
@Injectable()
export class ReadLogInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: ReadLogService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const places = [context.getHandler(), context.getClass()];
    const kind = this.reflector.getAllAndOverride<ReadKind | undefined>(readsPersonsKey, places);
    const { viewer, params } = context.switchToHttp().getRequest<IdentifiedRequest>();
    if (kind === undefined || viewer === undefined || viewer.roles.length === 0) return next.handle();
    const { hub } = params as { hub?: string };
    const write = (shown: unknown) => this.log.write(viewer, kind, personsIn(shown, hub));
    return next.handle().pipe(
      concatMap(async (answer) => {
        await write(answer);
        return answer;
      }),
      // A refusal may name those who are in the way.
      catchError(async (error: unknown) => {
        if (error instanceof Problem) await write(error.bookings);
        throw error;
      }),
    );
  }
}
