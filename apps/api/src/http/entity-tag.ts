import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/**
 * Names the version of what is answered, so that a change can be tied to it.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-etag
 */
export class EntityTag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<{ version: number }>): Observable<{ version: number }> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer) => {
        void reply.header('etag', `"${answer.version}"`);
        return answer;
      }),
    );
  }
}

/**
 * The versions of which one must be the present one; weak and foreign tags match nothing.
 * @param header value of `If-Match`
 * @returns undefined when any will do
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-if-match
 */
export function readIfMatch(header: string): number[] | undefined {
  const tags = header.split(',').map((tag) => tag.trim());
  if (tags.includes('*')) return undefined;
  return tags.flatMap((tag) => /^"(\d{1,9})"$/.exec(tag)?.[1] ?? []).map(Number);
}

/** For the document: a change may be tied to the version that was read. */
export const ifMatchHeader = {
  name: 'If-Match',
  required: false,
  description: 'The ETag of what was read; when it has changed since, the answer is 412',
  schema: { type: 'string' },
} as const;
