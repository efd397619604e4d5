import { Problem } from '#libs/platform';

/**
 * Why something is refused.
 * @throws Error when it is done, or fails in another way
 */
export async function refusal(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error('it was not refused', { cause: error });
  return error;
}

/** The rules that a refusal names. */
export function reasonsOf(problem: Problem): string[] | undefined {
  return problem.reasons?.map(({ code }) => code);
}

/** How something ends: `done`, or the code of the refusal. Any other error shows with its message. */
export function endOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
}
