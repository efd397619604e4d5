import fc from 'fast-check';
import type { PlanJob } from './plan-input.js';
import { orderQueue } from './queue-order.js';

const aJob = (id: string, personId: string, queuedAt: number, priority = 0): PlanJob => ({
  id,
  personId,
  queuedAt,
  priority,
  durationMs: 60_000,
  material: null,
  boundingBox: null,
  nozzleDiameterMillimetres: null,
  printerModel: null,
  preferredPrinterId: null,
});

const order = (jobs: PlanJob[], active: [string, number][] = []) =>
  orderQueue(jobs, new Map(active)).map(({ id }) => id);

describe('the order of the queue', () => {
  it('lets whoever waited longest go first', () => {
    expect(order([aJob('b', 'bo', 2), aJob('a', 'ann', 1)])).toEqual(['a', 'b']);
  });

  it('gives everybody a first turn before anybody a second', () => {
    const jobs = [
      aJob('a1', 'ann', 1),
      aJob('a2', 'ann', 2),
      aJob('a3', 'ann', 3),
      aJob('b1', 'bo', 4),
      aJob('c1', 'cy', 5),
    ];
    expect(order(jobs)).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
  });

  it('counts a print that runs now as a turn already had', () => {
    expect(order([aJob('a1', 'ann', 1), aJob('b1', 'bo', 2)], [['ann', 1]])).toEqual(['b1', 'a1']);
  });

  it('puts first what staff put first', () => {
    expect(order([aJob('a', 'ann', 1), aJob('b', 'bo', 2, 5)])).toEqual(['b', 'a']);
  });

  it('leaves for the end what staff put last, whoever else is running', () => {
    expect(order([aJob('a', 'ann', 1, -1), aJob('b', 'bo', 2)], [['bo', 3]])).toEqual(['b', 'a']);
  });

  it('loses nobody and does not depend on the order in which it was asked', () => {
    const job = fc.record({ person: fc.integer({ min: 0, max: 4 }), queuedAt: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.array(job, { maxLength: 20 }), (drafts) => {
        const jobs = drafts.map(({ person, queuedAt }, index) => aJob(`job-${index}`, `person-${person}`, queuedAt));
        const ordered = order(jobs);
        expect(ordered.toSorted()).toEqual(jobs.map(({ id }) => id).toSorted());
        expect(order(jobs.toReversed())).toEqual(ordered);
      }),
    );
  });
});
