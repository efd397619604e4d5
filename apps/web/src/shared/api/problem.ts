import type { ProblemDocument } from '#libs/contracts';

/** The API refused; the document says why in the reader's language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(readonly problem: ProblemDocument) {
    super(problem.detail);
  }
}

/** No answer came, or one that is not ours: a dead network, a proxy's error page. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable';
}

export function isProblem(error: unknown, status: number): boolean {
  return error instanceof ApiProblem && error.problem.status === status;
}

/**
 * Reads a refusal.
 * @param status HTTP status, for answers that carry no problem document
 */
export function problemFrom(status: number, body: string): ApiProblem | ApiUnreachable {
  try {
    const document = JSON.parse(body) as Partial<ProblemDocument>;
    if (typeof document.code === 'string') return new ApiProblem(document as ProblemDocument);
  } catch {
    // Not JSON: falls through to the general error below.
  }
  return new ApiUnreachable(`HTTP ${status}`);
}
