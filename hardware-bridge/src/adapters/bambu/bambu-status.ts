import { z } from 'zod';

/** The printer's state as it reports it: whole at first, then often only the fields that changed. */
export type BambuReport = Readonly<Record<string, unknown>>;

const number = z.coerce.number().catch(0);

/** What we read of it. Its states are texts: one that is new to us is shown, not refused. */
const bambuStatusSchema = z.object({
  gcode_state: z.string(),
  /** Whole per cents; those of the print before, until the new one is under way. */
  mc_percent: number.default(0),
  /** Minutes. */
  mc_remaining_time: number.default(0),
  subtask_id: z.string().default(''),
  subtask_name: z.string().default(''),
  gcode_file: z.string().default(''),
  /** What it is at just now; 0, -1 and 255 say nothing. */
  stg_cur: number.default(255),
  print_error: number.default(0),
  hms: z.array(z.object({ attr: z.number(), code: z.number() })).default([]),
  nozzle_temper: number.optional(),
  nozzle_target_temper: number.default(0),
  bed_temper: number.default(0),
  bed_target_temper: number.default(0),
  spd_lvl: number.optional(),
  /** Hexadecimal; printers of the P1 and A1 families do not tell. */
  fun: z.string().optional(),
});
export type BambuStatus = z.infer<typeof bambuStatusSchema>;

/** Fields that changed, laid over what was known, at every depth. Lists are told whole. */
export function mergeReport(known: BambuReport, changed: BambuReport): BambuReport {
  const merged = Object.entries(changed).map(([name, value]) => {
    const before = known[name];
    return [name, isReport(before) && isReport(value) ? mergeReport(before, value) : value] as const;
  });
  return { ...known, ...Object.fromEntries(merged) };
}

/** @returns null until the printer has told its state. @throws ZodError when it tells something not of its shape */
export function readBambuStatus(report: BambuReport): BambuStatus | null {
  return typeof report['gcode_state'] === 'string' ? bambuStatusSchema.parse(report) : null;
}

export type BambuPhase = 'starting' | 'idle' | 'preparing' | 'printing' | 'paused' | 'ended' | 'unknown';

const phases: Readonly<Record<string, BambuPhase>> = {
  INIT: 'starting',
  IDLE: 'idle',
  PREPARE: 'preparing',
  SLICING: 'preparing',
  RUNNING: 'printing',
  PAUSE: 'paused',
  FINISH: 'ended',
  FAILED: 'ended',
};

export function phaseOf({ gcode_state }: BambuStatus): BambuPhase {
  return phases[gcode_state] ?? 'unknown';
}

/** True while the machine is at a print. */
export function isAtWork(status: BambuStatus): boolean {
  return ['preparing', 'printing', 'paused'].includes(phaseOf(status));
}

/** What the print is called that the printer shows: our name for it comes back, others have the file's. */
export function printNameOf({ subtask_name, gcode_file }: BambuStatus): string {
  return subtask_name === '' ? gcode_file.replace(/\.3mf$/, '') : subtask_name;
}

function isReport(value: unknown): value is BambuReport {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
