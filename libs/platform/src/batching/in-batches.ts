/** How calls are put together. */
interface BatchOptions<Item> {
  /** Most items of one batch. */
  readonly maxSize: number;
  /** So many must wait before a second batch goes beside the one under way; without it none ever does. */
  readonly besideFrom?: number;
  /** Items of the same key never share a batch; the later one goes with the next. */
  readonly keyOf?: (item: Item) => string;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes calls that come at the same time share one piece of work. A lone call starts at once; what comes in the same
 * turn of the event loop, or while work is under way, goes together, so batches grow with the load and nobody waits for a timer. Work
 * always begins after the call, so that it never answers with what was true before.
 * @param work answers the items in their order; when it fails, all of its calls fail
 */
export function inBatches<Item, Result>(
  work: (items: Item[]) => Promise<readonly Result[]>,
  { maxSize, besideFrom = Infinity, keyOf }: BatchOptions<Item>,
): (item: Item) => Promise<Result> {
  let line: Waiting<Item, Result>[] = [];
  let underWay = 0;
  let isCalled = false;

  const next = (): Waiting<Item, Result>[] => {
    const keys = new Set<string>();
    const batch: Waiting<Item, Result>[] = [];
    const rest: Waiting<Item, Result>[] = [];
    for (const waiting of line) {
      const key = keyOf?.(waiting.item);
      const fits = batch.length < maxSize && (key === undefined || !keys.has(key));
      if (fits && key !== undefined) keys.add(key);
      (fits ? batch : rest).push(waiting);
    }
    line = rest;
    return batch;
  };

  const start = (): void => {
    isCalled = false;
    const batch = next();
    underWay += 1;
    void settle(batch, work).finally(() => {
      underWay -= 1;
      callStart();
    });
    callStart();
  };

  /** What the event loop has at hand in this turn comes along. */
  const callStart = (): void => {
    const mayStart = underWay === 0 ? line.length > 0 : underWay === 1 && line.length >= besideFrom;
    if (isCalled || !mayStart) return;
    isCalled = true;
    setImmediate(start);
  };

  return (item) =>
    new Promise((resolve, reject) => {
      line.push({ item, resolve, reject });
      callStart();
    });
}

async function settle<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  work: (items: Item[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await work(batch.map(({ item }) => item));
    if (results.length !== batch.length) throw new Error(`${batch.length} items, but ${results.length} answers`);
    batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
