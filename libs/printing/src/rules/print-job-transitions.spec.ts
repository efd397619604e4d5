import { printJobStates, type PrintJobState } from '#libs/contracts';
import { canBecome } from './print-job-transitions.js';

const reachableFrom = (start: PrintJobState): Set<PrintJobState> => {
  const seen = new Set<PrintJobState>([start]);
  for (const state of seen) printJobStates.filter((to) => canBecome(state, to)).forEach((to) => seen.add(to));
  return seen;
};

describe('the states of a print job', () => {
  it('can all be reached from an upload', () => {
    expect(reachableFrom('uploaded')).toEqual(new Set(printJobStates));
  });

  it.each(['done', 'rejected'] as const)('end at %s', (state) => {
    expect(reachableFrom(state)).toEqual(new Set([state]));
  });

  it.each([
    ['uploaded', 'printing'],
    ['uploaded', 'queued'],
    ['awaiting_review', 'dispatching'],
    ['queued', 'printing'],
    ['printing', 'done'],
    ['printing', 'queued'],
    ['awaiting_clear', 'printing'],
    ['rejected', 'queued'],
  ] as const)('do not skip from %s to %s', (from, to) => {
    expect(canBecome(from, to)).toBe(false);
  });

  it.each([
    ['analysing', 'needs_changes'],
    ['awaiting_review', 'queued'],
    ['dispatching', 'printing'],
    ['dispatching', 'queued'],
    ['printing', 'paused'],
    ['paused', 'printing'],
    ['attention', 'printing'],
    ['printing', 'awaiting_clear'],
    ['awaiting_clear', 'done'],
    ['failed', 'queued'],
  ] as const)('lead from %s to %s', (from, to) => {
    expect(canBecome(from, to)).toBe(true);
  });

  it.each(['dispatching', 'printing', 'paused', 'attention', 'cancelling'] as const)(
    'may be lost sight of in %s, and found there again',
    (state) => {
      expect(canBecome(state, 'unknown')).toBe(true);
      expect(canBecome('unknown', state)).toBe(true);
    },
  );

  it('let a person stop a print from every state in which one is still wanted', () => {
    const running: PrintJobState[] = ['dispatching', 'printing', 'paused', 'attention'];
    running.forEach((state) => expect(canBecome(state, 'cancelling')).toBe(true));
    const before: PrintJobState[] = ['uploaded', 'analysing', 'awaiting_review', 'needs_changes', 'queued'];
    before.forEach((state) => expect(canBecome(state, 'cancelled')).toBe(true));
  });
});
