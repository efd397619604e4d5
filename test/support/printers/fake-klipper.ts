type Fields = Record<string, unknown>;
type Listener = (changed: Record<string, Fields>) => void;

/** What Moonraker tells when Klipper refuses. */
export class KlipperError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

const gcodeStart = 20_000;

/** Klipper as Moonraker shows it: objects with fields, and what commands do to them, the surprising things included. */
export class FakeKlipper {
  readonly starts: string[] = [];
  /** Commands that ran, for whoever asks. */
  readonly scripts: string[] = [];
  readonly files = new Map<string, number>();
  connected = true;
  objects: Record<string, Fields> = newObjects();
  /** Reports reach nobody while it is quiet: Klipper reports four times a second, and what was between is not told. */
  quiet = false;
  private listener: Listener = () => undefined;
  private jobs: Fields[] = [];
  private endCancel: (() => void) | null = null;

  listen(listener: Listener): void {
    this.listener = listener;
  }

  set(name: string, fields: Fields): void {
    this.objects[name] = { ...this.objects[name], ...fields };
    if (!this.quiet) this.listener({ [name]: fields });
  }

  get state(): unknown {
    return this.objects['print_stats']?.['state'];
  }

  get history(): readonly Fields[] {
    return this.jobs.toReversed();
  }

  metadata(filename: string): Fields {
    const size = this.files.get(filename);
    if (size === undefined) throw new KlipperError(404, `Metadata not available for <${filename}>`);
    return { size, gcode_start_byte: gcodeStart, gcode_end_byte: size, estimated_time: 1000 };
  }

  start(filename: string, inHistory = true): void {
    if (this.busy) throw new KlipperError(400, 'SD busy');
    const size = this.files.get(filename);
    if (size === undefined) {
      this.set('print_stats', { state: 'standby', filename: '' });
      throw new KlipperError(400, `Unable to open file`);
    }
    this.starts.push(filename);
    const start = { state: 'printing', filename, print_duration: 0, total_duration: 0, message: '' };
    // Of a small file nearly all is read while it heats.
    this.card(0.9 * size, size);
    if (inHistory) this.newJob(filename);
    this.set('print_stats', start);
    this.set('extruder', { temperature: 60, target: 215 });
  }

  heatUp(): void {
    this.set('extruder', { temperature: 215, target: 215 });
    this.printTo(0.01);
  }

  printTo(share: number): void {
    const size = this.size();
    this.card(gcodeStart + share * (size - gcodeStart), size);
    this.set('print_stats', {
      print_duration: 1 + share * 1000,
      filament_used: share * 5000,
      total_duration: 60 + share * 1000,
    });
  }

  /** What the slicer wrote into the file by M73. */
  tellProgress(share: number): void {
    this.set('display_status', { progress: share });
  }

  end(state: 'complete' | 'cancelled' | 'error', message = ''): void {
    this.card(this.size(), this.size());
    this.endJob(state === 'complete' ? 'completed' : state);
    this.set('print_stats', { state, message, total_duration: 1060.25 });
  }

  pause(): void {
    this.set('pause_resume', { is_paused: true });
    if (this.state === 'printing') this.set('print_stats', { state: 'paused' });
  }

  resume(): void {
    this.set('pause_resume', { is_paused: false });
    this.set('filament_switch_sensor runout', { filament_detected: true });
    if (this.state === 'paused') this.set('print_stats', { state: 'printing' });
  }

  /** Answers ok when nothing is printed; else takes as long as heating does, or the macro. */
  async cancel(): Promise<void> {
    if (!this.busy) return;
    await new Promise<void>((resolve) => (this.endCancel = resolve));
    this.end('cancelled');
  }

  endCancelling(): void {
    this.endCancel?.();
  }

  runOut(): void {
    this.set('filament_switch_sensor runout', { filament_detected: false });
    this.pause();
  }

  /** `print_stats` goes on saying what it said. */
  shutDown(message: string): void {
    this.endJob('klippy_shutdown');
    this.set('webhooks', { state: 'shutdown', state_message: message });
  }

  /** After a crash, or a firmware restart: it has forgotten its print. */
  begin(state: string): void {
    this.objects = newObjects();
    this.objects['webhooks'] = { state, state_message: state === 'ready' ? 'Printer is ready' : `Klipper: ${state}` };
    this.connected = true;
  }

  get busy(): boolean {
    return this.state === 'printing' || this.state === 'paused';
  }

  private size(): number {
    return this.files.get(String(this.objects['print_stats']?.['filename'])) ?? 100_000;
  }

  private card(position: number, size: number): void {
    const progress = position / size;
    this.set('virtual_sdcard', { progress, file_position: Math.round(position) });
    this.set('display_status', { progress });
  }

  private newJob(filename: string): void {
    const job_id = String(this.jobs.length + 1).padStart(6, '0');
    const start_time = 1_772_445_600 + this.jobs.length;
    this.jobs.push({ job_id, filename, status: 'in_progress', start_time, end_time: null, total_duration: 0 });
  }

  private endJob(status: string): void {
    const job = this.jobs.at(-1);
    if (job?.['status'] !== 'in_progress') return;
    Object.assign(job, { status, end_time: Number(job['start_time']) + 1060, total_duration: 1060.25 });
  }
}

function newObjects(): Record<string, Fields> {
  return {
    webhooks: { state: 'ready', state_message: 'Printer is ready' },
    print_stats: { state: 'standby', filename: '', message: '', print_duration: 0, total_duration: 0 },
    virtual_sdcard: { progress: 0, file_position: 0 },
    display_status: { progress: 0 },
    pause_resume: { is_paused: false },
    extruder: { temperature: 22, target: 0 },
    heater_bed: { temperature: 21, target: 0 },
    'filament_switch_sensor runout': { filament_detected: true, enabled: true },
    toolhead: { position: [0, 0, 0, 0] },
  };
}
