/**
 * @param {readonly number[]} values
 * @param {number} share 0.95 for the value that 95 of 100 do not exceed
 */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

/** @param {number} value */
export function round(value, digits = 1) {
  return Number(value.toFixed(digits));
}

/**
 * Runs `work` for every item, so many at a time.
 * @returns how many were done per second
 */
export async function perSecond(items, concurrency, work) {
  const queue = items.entries();
  const startedAt = performance.now();
  const worker = async (number) => {
    for (const [index, item] of queue) await work(item, { index, worker: number });
  };
  await Promise.all(Array.from({ length: concurrency }, (_, number) => worker(number)));
  return (items.length / (performance.now() - startedAt)) * 1000;
}
