import { inBatches } from './in-batches.js';

/** Work that goes on until it is told how it ended. */
function heldWork() {
  const batches: { items: string[]; end: (results: string[]) => void; fail: (error: Error) => void }[] = [];
  const work = (items: string[]) =>
    new Promise<string[]>((resolve, reject) => {
      batches.push({ items, end: resolve, fail: reject });
    });
  const itemsOf = () => batches.map(({ items }) => items.join(''));
  return { batches, work, itemsOf };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Enough turns of the event loop for answers to be given and for every batch that may start. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 3; turns += 1) await turn();
}

describe('calls in batches', () => {
  it('lets those of one turn go together, and those that come meanwhile after them', async () => {
    const { batches, work, itemsOf } = heldWork();
    const call = inBatches(work, { maxSize: 10 });
    const answers = ['a', 'b'].map(call);
    await settled();
    expect(itemsOf()).toEqual(['ab']);
    answers.push(...['c', 'd', 'e'].map(call));
    await settled();
    expect(itemsOf()).toEqual(['ab']);
    batches[0]?.end(['A', 'B']);
    await settled();
    expect(itemsOf()).toEqual(['ab', 'cde']);
    batches[1]?.end(['C', 'D', 'E']);
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('keeps to the size, and starts a second batch beside the first only when enough are waiting', async () => {
    const { batches, work, itemsOf } = heldWork();
    const call = inBatches(work, { maxSize: 2, besideFrom: 5 });
    for (const item of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) void call(item);
    await settled();
    expect(itemsOf()).toEqual(['ab', 'cd']);
    batches[0]?.end(['A', 'B']);
    await settled();
    expect(itemsOf()).toEqual(['ab', 'cd']);
    batches[1]?.end(['C', 'D']);
    await settled();
    expect(itemsOf()).toEqual(['ab', 'cd', 'ef']);
  });

  it('never puts two of one key together', async () => {
    const { batches, work, itemsOf } = heldWork();
    const call = inBatches(work, { maxSize: 10, keyOf: (item) => item.toLowerCase() });
    for (const item of ['a', 'A', 'b']) void call(item);
    await settled();
    batches[0]?.end(['a', 'b']);
    await settled();
    expect(itemsOf()).toEqual(['ab', 'A']);
  });

  it('tells every call of a failed batch why, and goes on with the next', async () => {
    const { batches, work } = heldWork();
    const call = inBatches(work, { maxSize: 10 });
    const first = [call('a'), call('b')];
    await settled();
    const later = call('c');
    batches[0]?.fail(new Error('the power is off'));
    const outcomes = await Promise.allSettled(first);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await settled();
    batches[1]?.end(['C']);
    expect(await later).toBe('C');
  });

  it('fails when the work answers fewer than it was asked', async () => {
    const call = inBatches(() => Promise.resolve([]), { maxSize: 10 });
    await expect(call('a')).rejects.toThrow('1 items, but 0 answers');
  });
});
