import { attemptStates, printerStates, printOutcomes } from '#libs/contracts';
import { foldObservation, jobStatusOf } from './fold-observation.js';
import { canBecome } from './print-job-transitions.js';

const seen = (state: Parameters<typeof foldObservation>[1]['state']) => ({ state, outcome: null });

describe('foldObservation', () => {
  it('takes a print seen on the machine as the evidence that it started', () => {
    expect(foldObservation('dispatching', seen('preparing'))).toBe('printing');
  });

  it('finds a lost print again', () => {
    expect(foldObservation('unknown', seen('printing'))).toBe('printing');
  });

  it('calls a print unknown, not failed, when its printer is out of sight', () => {
    expect(foldObservation('printing', seen('offline'))).toBe('unknown');
  });

  it('believes the outcome even when the printing itself was never seen', () => {
    expect(foldObservation('dispatching', { state: 'awaiting_clear', outcome: 'completed' })).toBe('completed');
  });

  it('ignores whatever comes after the end', () => {
    expect(foldObservation('completed', seen('printing'))).toBe('completed');
    expect(foldObservation('cancelled', { state: 'awaiting_clear', outcome: 'completed' })).toBe('cancelled');
  });

  it('stays cancelling while the printer still prints', () => {
    expect(foldObservation('cancelling', seen('printing'))).toBe('cancelling');
    expect(foldObservation('cancelling', { state: 'awaiting_clear', outcome: 'cancelled' })).toBe('cancelled');
  });

  it.each(['attention', 'error', 'offline', 'unknown'] as const)('does not forget a cancel over %s', (state) => {
    expect(foldObservation('cancelling', seen(state))).toBe('cancelling');
  });

  it('does not lose from sight what was never seen', () => {
    expect(foldObservation('dispatching', seen('offline'))).toBe('dispatching');
  });

  it('never moves a job in a way that the table of its states forbids', () => {
    const observations = printerStates.flatMap((state) =>
      [null, ...printOutcomes].map((outcome) => ({ state, outcome })),
    );
    const changes = attemptStates.flatMap((status) =>
      observations.map((observation) => ({
        from: jobStatusOf(status),
        to: jobStatusOf(foldObservation(status, observation)),
      })),
    );
    expect(changes.filter(({ from, to }) => from !== to && !canBecome(from, to))).toEqual([]);
  });

  it('leaves a finished print waiting for its plate to be cleared', () => {
    expect(jobStatusOf('completed')).toBe('awaiting_clear');
  });
});
