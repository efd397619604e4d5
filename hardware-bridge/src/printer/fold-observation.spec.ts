import type { MachineObservation, MachineRun, MachineState } from '../adapters/printer-adapter.js';
import { foldObservation } from './fold-observation.js';
import { clearPlate, newPrinterRecord, type PrinterRecord } from './printer-record.js';

const ours = { jobId: '6b9f7a1e-0b1e-4a53-9d5c-0d2c0a3f1f10', attempt: 1, startToken: 'token' };
const observedAt = '2026-03-02T10:30:00.000Z';

const aRun = (changes: Partial<MachineRun> = {}): MachineRun => ({
  id: 'run-1',
  remoteName: `${ours.jobId}-1.gcode`,
  progress: 0.2,
  etaSeconds: 60,
  startedAt: '2026-03-02T10:00:00.000Z',
  endedAt: null,
  outcome: null,
  ...changes,
});
const anObservation = (state: MachineState, run: MachineRun | null, reason: MachineObservation['reason'] = null) => {
  return { state, reason, run, temperatures: null, observedAt };
};
const completed = aRun({ outcome: 'completed', progress: 1, endedAt: '2026-03-02T10:20:00.000Z' });

/** Folds one observation after the other and tells the facts of each. */
const follow = (observations: MachineObservation[], from: PrinterRecord = newPrinterRecord, reference = ours) => {
  const facts: string[][] = [];
  let record = from;
  for (const observation of observations) {
    const folded = foldObservation(record, observation, reference);
    record = folded.record;
    facts.push(folded.facts.map(({ type }) => type));
  }
  return { record, facts };
};

describe('what is seen of a printer', () => {
  it('tells a print from its start to its end, each fact once', () => {
    const { facts } = follow([
      anObservation('idle', null),
      anObservation('preparing', aRun()),
      anObservation('printing', aRun()),
      anObservation('printing', aRun({ progress: 0.7 })),
      anObservation('finished', completed),
      anObservation('finished', completed),
    ]);
    expect(facts).toEqual([[], ['print_started'], [], [], ['print_completed'], []]);
  });

  it('tells start and end of a print that nobody saw going on, at the times they had', () => {
    const { facts } = foldObservation(newPrinterRecord, anObservation('finished', completed), ours);
    expect(facts).toEqual([
      { type: 'print_started', job: ours, occurredAt: completed.startedAt, reason: null },
      { type: 'print_completed', job: ours, occurredAt: completed.endedAt, reason: null },
    ]);
  });

  it('tells a pause, with its reason, and that it goes on', () => {
    const runout = { code: 'material', native: 'filament runout' };
    const { facts, record } = follow([
      anObservation('printing', aRun()),
      anObservation('attention', aRun(), runout),
      anObservation('paused', aRun()),
      anObservation('printing', aRun()),
    ]);
    expect(facts).toEqual([['print_started'], ['print_paused'], [], ['print_resumed']]);
    expect(record.run?.stage).toBe('active');
  });

  it.each(['cancelled', 'failed'] as const)('tells that a print was %s', (outcome) => {
    const { facts } = follow([anObservation('printing', aRun()), anObservation('finished', aRun({ outcome }))]);
    expect(facts).toEqual([['print_started'], [`print_${outcome}`]]);
  });

  it('latches the plate with the first movement and does not release it by itself', () => {
    const { record } = follow([anObservation('preparing', aRun()), anObservation('finished', completed)]);
    expect(record.plate).toBe('awaiting_clear');
    expect(follow([anObservation('idle', null)], record).record.plate).toBe('awaiting_clear');
  });

  it('latches the plate for a print that nobody sent', () => {
    const { record, facts } = foldObservation(newPrinterRecord, anObservation('printing', aRun()), null);
    expect(record).toMatchObject({ plate: 'awaiting_clear', run: { reference: null } });
    expect(facts).toMatchObject([{ type: 'print_started', job: null }]);
  });

  it('does not take a cleared print that the machine still shows for a new one', () => {
    const { record } = follow([anObservation('finished', completed)]);
    const cleared = clearPlate(record);
    expect(foldObservation(cleared, anObservation('finished', completed), ours)).toEqual({
      record: cleared,
      facts: [],
    });
  });

  it('keeps a print in mind while the printer cannot be seen', () => {
    const { record, facts } = follow([anObservation('printing', aRun()), anObservation('offline', null)]);
    expect(facts[1]).toEqual([]);
    expect(record.run).toMatchObject({ stage: 'active', progress: 0.2 });
  });

  it('takes a print that the idle machine has forgotten for failed', () => {
    const { record, facts } = follow([anObservation('printing', aRun()), anObservation('idle', null)]);
    expect(facts[1]).toEqual(['print_failed']);
    expect(record).toMatchObject({ plate: 'awaiting_clear', run: { outcome: 'failed', reason: { code: 'power' } } });
  });

  it('ends the one print when the machine prints another', () => {
    const { facts } = follow([anObservation('printing', aRun()), anObservation('printing', aRun({ id: 'run-2' }))]);
    expect(facts[1]).toEqual(['print_failed', 'print_started']);
  });
});

describe('what the machine counted of its filament', () => {
  it('goes with the fact that the print is over, also when the machine has stopped telling it by then', () => {
    const begun = foldObservation(
      newPrinterRecord,
      anObservation('printing', aRun({ filamentMillimetres: 812 })),
      ours,
    );
    const told = foldObservation(begun.record, anObservation('finished', completed), ours);
    expect(told.facts).toMatchObject([{ type: 'print_completed', filamentMillimetres: 812 }]);
    const later = { ...completed, filamentMillimetres: 900 };
    const counted = foldObservation(begun.record, anObservation('finished', later), ours);
    expect(counted.facts).toMatchObject([{ type: 'print_completed', filamentMillimetres: 900 }]);
  });
});
