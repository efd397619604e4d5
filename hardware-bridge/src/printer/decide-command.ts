import type { PlateState, PrinterCommand, PrinterState, RejectionCode } from '#libs/contracts';

/** What the guard looks at. */
export interface PrinterView {
  readonly nowMs: number;
  readonly session: number;
  readonly state: PrinterState;
  readonly plate: PlateState;
  /** The print on the machine or its plate. */
  readonly job: { readonly jobId: string; readonly attempt: number } | null;
  /** A start that is on its way to the printer. */
  readonly starting: { readonly jobId: string; readonly attempt: number } | null;
  /** A print goes on, also when the printer cannot be seen. */
  readonly running: boolean;
  readonly canPause: boolean;
  readonly canCancel: boolean;
  readonly canStopAtOnce: boolean;
}

type JobCommand = Extract<PrinterCommand, { type: 'pause' | 'resume' | 'cancel' }>;

const unreachable: readonly PrinterState[] = ['offline', 'starting', 'unknown'];

const possibleIn = {
  pause: ['preparing', 'printing'],
  resume: ['paused', 'attention'],
  cancel: ['preparing', 'printing', 'paused', 'attention', 'cancelling'],
} as const satisfies Record<JobCommand['type'], readonly PrinterState[]>;

/** The last guard before a printer moves. @returns why the command is refused; null when it may be done */
export function refusalOf(command: PrinterCommand, view: PrinterView): RejectionCode | null {
  if (Date.parse(command.expiresAt) <= view.nowMs) return 'expired';
  return refusalByType(command, view) ?? refusalByExpectation(command, view);
}

function refusalByType(command: PrinterCommand, view: PrinterView): RejectionCode | null {
  switch (command.type) {
    case 'start':
      return refusalOfStart(view);
    case 'pause':
    case 'resume':
    case 'cancel':
      return refusalOfJobCommand(command, view);
    case 'clear_plate':
      return view.running || view.starting ? 'not_idle' : null;
    case 'emergency_stop':
      return view.canStopAtOnce ? null : 'not_supported';
  }
}

/** Idle, on an empty plate, and nothing else on its way. */
export function refusalOfStart({ state, plate, starting, running }: Omit<PrinterView, 'nowMs'>): RejectionCode | null {
  if (unreachable.includes(state)) return 'printer_offline';
  if (state === 'error') return 'printer_error';
  if (starting || running) return 'not_idle';
  if (state === 'awaiting_clear' || plate !== 'clear') return 'plate_not_clear';
  return state === 'idle' ? null : 'not_idle';
}

function refusalOfJobCommand(command: JobCommand, view: PrinterView): RejectionCode | null {
  if (command.type === 'cancel' ? !view.canCancel : !view.canPause) return 'not_supported';
  if (command.type === 'cancel' && isSame(command, view.starting)) return null;
  if (!isSame(command, view.job)) return 'wrong_job';
  if (unreachable.includes(view.state)) return 'printer_offline';
  const possible: readonly PrinterState[] = possibleIn[command.type];
  return possible.includes(view.state) ? null : 'expectation_failed';
}

function refusalByExpectation({ expect }: PrinterCommand, view: PrinterView): RejectionCode | null {
  const asExpected =
    (expect.state === null || expect.state === view.state) &&
    (expect.session === null || expect.session === view.session) &&
    (expect.jobId === null || expect.jobId === view.job?.jobId);
  return asExpected ? null : 'expectation_failed';
}

function isSame(command: JobCommand, print: PrinterView['job']): boolean {
  return print !== null && print.jobId === command.jobId && print.attempt === command.attempt;
}
