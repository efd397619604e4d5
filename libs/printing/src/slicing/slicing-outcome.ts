import type { ProblemCode } from '#libs/contracts';

/** G-code at `path`, or why there is none; `detail` is for the log. */
export type SlicingOutcome =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly code: ProblemCode; readonly detail: string };
