import { problemStatus, type Alternative, type BookedTime, type ProblemCode } from '#libs/contracts';

export type ProblemParams = Record<string, string | number>;

/** A broken rule before its sentence is written in the reader's language. */
export interface BrokenRule {
  code: ProblemCode;
  params: ProblemParams;
}

interface ProblemExtras {
  params?: ProblemParams;
  errors?: { path: string; message: string }[];
  reasons?: readonly BrokenRule[];
  alternatives?: readonly Alternative[];
  bookings?: readonly BookedTime[];
  /** Whole seconds after which the same request may succeed. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** A refusal the caller can understand; becomes RFC 9457 problem+json in the one filter. */
export class Problem extends Error {
  readonly params: ProblemParams;
  readonly errors: ProblemExtras['errors'];
  readonly reasons: readonly BrokenRule[] | undefined;
  readonly alternatives: readonly Alternative[] | undefined;
  readonly bookings: readonly BookedTime[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ProblemCode,
    extras: ProblemExtras = {},
  ) {
    super(code, { cause: extras.cause });
    this.name = 'Problem';
    this.params = extras.params ?? {};
    this.errors = extras.errors;
    this.reasons = extras.reasons;
    this.alternatives = extras.alternatives;
    this.bookings = extras.bookings;
    this.retryAfterSeconds = extras.retryAfterSeconds;
  }

  /** HTTP status of the code. */
  get status(): number {
    return problemStatus[this.code];
  }
}
