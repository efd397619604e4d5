import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { defaultLocale, type ProblemCode } from '#libs/contracts';
import { describeProblem, Problem } from '#libs/platform';

const codeOf: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'request.head_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
};

/** Answers what was no request, or came too slowly to be one, like every other refusal; then hangs up. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = new Problem(codeOf[error.code ?? ''] ?? 'request.invalid', { cause: error });
  const requestId = randomUUID();
  const body = JSON.stringify(describeProblem(problem, { locale: defaultLocale, instance: '/', requestId }));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
