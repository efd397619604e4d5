const pauseMs = 50;

/**
 * Tries something until it no longer throws.
 * @returns what it returned
 * @throws its last error when the time is up
 */
export async function untilSucceeds<T>(work: () => Promise<T>, timeoutMs = 10_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
