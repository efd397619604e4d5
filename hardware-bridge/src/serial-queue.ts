/** Runs tasks strictly one after the other, in the order they were given. A failed task does not stop the next. */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** @returns what the task returns; rejects as the task does */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything given so far is through. */
  async idle(): Promise<void> {
    await this.last;
  }
}
