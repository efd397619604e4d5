/** How often each answer came: a status, or the code of a refusal. Anything that is neither shows as undefined. */
export async function tally(answers: readonly Promise<{ status: string }>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(answers)) {
    const answer = result.status === 'fulfilled' ? result.value.status : (result.reason as { code: string }).code;
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

/** How often each answer came: `done`, or the code of a refusal. Any other error shows with its message. */
export async function tallyDone(answers: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(answers)) {
    const answer =
      result.status === 'fulfilled' ? 'done' : ((result.reason as { code?: string }).code ?? String(result.reason));
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}
