import { randomUUID } from 'node:crypto';
import { printerStates, type PrinterCommand, type PrinterState } from '#libs/contracts';
import { refusalOf, type PrinterView } from './decide-command.js';

const nowMs = Date.parse('2026-03-02T10:00:00Z');
const job = { jobId: '6b9f7a1e-0b1e-4a53-9d5c-0d2c0a3f1f10', attempt: 1 };

const aView = (changes: Partial<PrinterView> = {}): PrinterView => ({
  nowMs,
  session: 4,
  state: 'idle',
  plate: 'clear',
  job: null,
  starting: null,
  running: false,
  canPause: true,
  canCancel: true,
  canStopAtOnce: true,
  ...changes,
});
const printing = (state: PrinterState = 'printing'): PrinterView => {
  return aView({ state, plate: 'awaiting_clear', job, running: true });
};

const common = (expected: Partial<PrinterCommand['expect']> = {}) => ({
  v: 1 as const,
  id: randomUUID(),
  expect: { state: null, session: null, jobId: null, ...expected },
  expiresAt: '2026-03-02T10:01:00.000Z',
});
const start = (expected?: Partial<PrinterCommand['expect']>): PrinterCommand => ({
  ...common(expected),
  ...job,
  type: 'start',
  startToken: 'token',
  args: { url: 'http://localhost/a', sha256: '0'.repeat(64), sizeBytes: 1 },
});
const ofJob = (type: 'pause' | 'resume' | 'cancel', of = job): PrinterCommand => ({ ...common(), ...of, type });
const plain = (type: 'clear_plate' | 'emergency_stop'): PrinterCommand => ({ ...common(), type });

describe('the guard of a printer', () => {
  it('lets a start through on an idle printer with an empty plate', () => {
    expect(refusalOf(start(), aView())).toBeNull();
  });

  it('lets a start through in no other state', () => {
    const allowed = printerStates.filter((state) => refusalOf(start(), aView({ state })) === null);
    expect(allowed).toEqual(['idle']);
  });

  it.each([
    ['plate_not_clear', aView({ state: 'awaiting_clear', plate: 'awaiting_clear' })],
    ['plate_not_clear', aView({ plate: 'awaiting_clear' })],
    ['not_idle', printing()],
    ['not_idle', aView({ starting: job })],
    ['not_idle', { ...printing(), state: 'idle' as const }],
    ['printer_offline', printing('offline')],
    ['printer_error', aView({ state: 'error' })],
  ])('refuses a start: %s', (code, view) => {
    expect(refusalOf(start(), view)).toBe(code);
  });

  it.each([{ state: 'paused' as const }, { session: 3 }, { jobId: randomUUID() }])(
    'refuses when it is not as the server believes: %j',
    (expected) => expect(refusalOf(start(expected), aView())).toBe('expectation_failed'),
  );

  it('does what was expected as it is', () => {
    expect(refusalOf(start({ state: 'idle', session: 4 }), aView())).toBeNull();
  });

  it('refuses what is too old, whatever it is', () => {
    const late = aView({ nowMs: nowMs + 60_000 });
    const codes = [start(), ofJob('cancel'), plain('clear_plate')].map((command) => refusalOf(command, late));
    expect(codes).toEqual(['expired', 'expired', 'expired']);
  });

  it.each([
    ['pause', ['preparing', 'printing']],
    ['resume', ['paused', 'attention']],
    ['cancel', ['preparing', 'printing', 'paused', 'attention', 'cancelling']],
  ] as const)('lets %s through only where it means something', (type, states) => {
    const allowed = printerStates.filter((state) => refusalOf(ofJob(type), printing(state)) === null);
    expect(allowed).toEqual(states);
  });

  it('refuses what is meant for another print', () => {
    expect(refusalOf(ofJob('cancel', { ...job, attempt: 2 }), printing())).toBe('wrong_job');
    expect(refusalOf(ofJob('pause'), aView())).toBe('wrong_job');
  });

  it('cancels a start that is still on its way', () => {
    expect(refusalOf(ofJob('cancel'), aView({ starting: job }))).toBeNull();
  });

  it('refuses what the printer cannot do', () => {
    expect(refusalOf(ofJob('pause'), { ...printing(), canPause: false })).toBe('not_supported');
    expect(refusalOf(ofJob('cancel'), { ...printing(), canCancel: false })).toBe('not_supported');
    expect(refusalOf(plain('emergency_stop'), { ...printing(), canStopAtOnce: false })).toBe('not_supported');
  });

  it('believes in an empty plate only when nothing prints, also unseen', () => {
    expect(refusalOf(plain('clear_plate'), aView({ state: 'awaiting_clear', plate: 'awaiting_clear' }))).toBeNull();
    expect(refusalOf(plain('clear_plate'), printing())).toBe('not_idle');
    expect(refusalOf(plain('clear_plate'), printing('offline'))).toBe('not_idle');
    expect(refusalOf(plain('clear_plate'), aView({ starting: job }))).toBe('not_idle');
  });

  it('stops at once in every state', () => {
    expect(printerStates.map((state) => refusalOf(plain('emergency_stop'), aView({ state })))).toEqual(
      printerStates.map(() => null),
    );
  });
});
