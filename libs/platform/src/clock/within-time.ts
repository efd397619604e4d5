import { setTimeout } from 'node:timers/promises';

/**
 * Waits for something that may never answer.
 * @param milliseconds of patience; what was begun goes on afterwards, unheard
 * @throws Error when the time is up, or whatever `answer` rejects with
 */
export async function withinTime<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  const answered = new AbortController();
  const timeUp = setTimeout(milliseconds, undefined, { signal: answered.signal }).then(() => {
    throw new Error(`no answer within ${milliseconds} ms`);
  });
  try {
    return await Promise.race([answer, timeUp]);
  } finally {
    answered.abort();
  }
}
