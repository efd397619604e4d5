import type { MachineObservation, MachineState } from '../adapters/printer-adapter.js';
import { newPrinterRecord, type PrinterRecord } from './printer-record.js';
import { describeStatus, isWorthTelling } from './printer-status.js';

const ours = { jobId: '6b9f7a1e-0b1e-4a53-9d5c-0d2c0a3f1f10', attempt: 1, startToken: 'token' };
const startedAt = '2026-03-02T10:00:00.000Z';
const observedAt = '2026-03-02T10:30:00.000Z';
const run = { id: 'run-1', remoteName: 'a.gcode', startedAt, endedAt: null, etaSeconds: 60, outcome: null };

const anObservation = (state: MachineState, progress?: number): MachineObservation => ({
  state,
  reason: null,
  run: progress === undefined ? null : { ...run, progress },
  temperatures: null,
  observedAt,
});
const printing: PrinterRecord = {
  plate: 'awaiting_clear',
  clearedRunId: null,
  run: {
    id: 'run-1',
    reference: ours,
    remoteName: 'a.gcode',
    startedAt,
    stage: 'active',
    progress: 0.25,
    outcome: null,
    reason: null,
  },
};
const local: PrinterRecord = { ...printing, run: printing.run && { ...printing.run, reference: null } };
const at = (progress: number) => describeStatus(printing, anObservation('printing', progress));

describe('the snapshot of a printer', () => {
  it('holds the whole print: whose, how far, how long still', () => {
    expect(describeStatus(printing, anObservation('printing', 0.5))).toEqual({
      state: 'printing',
      reason: null,
      job: { ...ours, progress: 0.5, etaSeconds: 60, startedAt, outcome: null },
      localPrint: false,
      localRun: null,
      plate: 'awaiting_clear',
      observedAt,
    });
  });

  it.each(['idle', 'finished'] as const)(
    'awaits clearing when the machine is %s and the plate is not clear',
    (state) => {
      expect(describeStatus(printing, anObservation(state)).state).toBe('awaiting_clear');
      expect(describeStatus(newPrinterRecord, anObservation(state)).state).toBe('idle');
    },
  );

  it('remembers the print of a printer that cannot be seen', () => {
    expect(describeStatus(printing, anObservation('offline'))).toMatchObject({
      state: 'offline',
      job: { ...ours, progress: 0.25, etaSeconds: null },
    });
  });

  it('shows a print that nobody sent as such', () => {
    expect(describeStatus(local, anObservation('printing', 0.5))).toMatchObject({
      localPrint: true,
      job: null,
      localRun: { startedAt, progress: 0.5, etaSeconds: 60, outcome: null },
    });
  });

  it('is worth telling at once when anything but progress changes', () => {
    const paused = describeStatus(printing, anObservation('paused', 0.5));
    expect(isWorthTelling(paused, at(0.5), 0)).toBe(true);
    expect(isWorthTelling(at(0.5), null, 0)).toBe(true);
  });

  it('is worth telling for progress of a hundredth, twice a second at most', () => {
    expect(isWorthTelling(at(0.51), at(0.5), 500)).toBe(true);
    expect(isWorthTelling(at(0.51), at(0.5), 499)).toBe(false);
    expect(isWorthTelling(at(0.509), at(0.5), 60_000)).toBe(false);
    const ofNobody = (progress: number) => describeStatus(local, anObservation('printing', progress));
    expect(isWorthTelling(ofNobody(0.51), ofNobody(0.5), 500)).toBe(true);
    expect(isWorthTelling(ofNobody(0.509), ofNobody(0.5), 60_000)).toBe(false);
  });
});
