const defaultMs = 10_000;

/** Waits until the condition holds; fails with its name when it does not in time. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, ms = defaultMs): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
