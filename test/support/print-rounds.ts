import { setTimeout } from 'node:timers/promises';
import type { PrintJob } from '#libs/contracts';
import type { ProductionHub } from './production-hub.js';
import { untilSucceeds } from './until-succeeds.js';
import { Visitor } from './visitor.js';

const cube = 'test/fixtures/cube-20mm.gcode';
const ended: readonly string[] = ['awaiting_clear', 'failed', 'cancelled'];

/** How long one print may take, with all that befalls it, milliseconds. */
export const roundMs = 180_000;

/** Prints of a few seconds, one after the other, and whoever looks after them. */
export class PrintRounds {
  private constructor(
    readonly staff: Visitor,
    private readonly senders: readonly Visitor[],
  ) {}

  static async at(hub: ProductionHub): Promise<PrintRounds> {
    const resident = await Visitor.signIn(hub.url, 'asukas@digikeskus.example');
    const staff = await Visitor.signIn(hub.url, 'staff@digikeskus.example');
    // Many rounds send more files than one person may in so short a time.
    return new PrintRounds(staff, [resident, staff]);
  }

  /** A job that staff will only have to approve, for a printer that waits for one. */
  async aReviewedJob(round: number, preferredPrinter: string): Promise<PrintJob> {
    await this.staff.waitForPrinter(preferredPrinter, ({ state }) => state === 'idle', roundMs);
    const sender = this.senders[round % this.senders.length] ?? this.staff;
    const { status, body } = await sender.upload(cube, { preferredPrinter });
    if (status !== 201) throw new Error(`the upload answered ${status}: ${JSON.stringify(body)}`);
    return this.staff.waitForJob(body.id, ['awaiting_review']);
  }

  async approve({ id }: PrintJob): Promise<void> {
    await this.staff.post(`/print-jobs/${id}/approve`);
  }

  /** Resolves when a tenth of the print is seen to be done. */
  async printAWhile(job: PrintJob, printer: string): Promise<void> {
    await this.approve(job);
    await this.staff.waitForPrinter(printer, ({ current }) => (current?.progress ?? 0) > 0.1, 60_000);
  }

  /**
   * Clears the plate once the print has ended.
   * @param onPrinting what brings a print to its end that is seen to run; most end by themselves
   * @returns the state that the job is left in
   */
  async finish({ id }: PrintJob, onPrinting: () => void = () => undefined): Promise<string> {
    const { printer, status } = await untilSucceeds(() => this.endOf(id, onPrinting), roundMs);
    if (status !== 'awaiting_clear') return status;
    await this.clearPlate(printer ?? '');
    return (await this.staff.waitForJob(id, ['done'])).status;
  }

  /** A print's end may be heard a moment before its printer is seen to stand: whoever presses too early presses again. */
  private clearPlate(printer: string): Promise<void> {
    return untilSucceeds(async () => {
      const { status } = await this.staff.post(`/printers/${printer}/clear-plate`);
      if (status >= 300) throw new Error(`clearing the plate answered ${status}`);
    }, roundMs);
  }

  /**
   * A bridge that died in the middle of a start does not know whether anything has moved: until somebody has looked at
   * the plate, nothing is started there. Whoever is on shift looks.
   */
  private async endOf(id: string, onPrinting: () => void): Promise<PrintJob> {
    const { body: job } = await this.staff.get<PrintJob>(`/print-jobs/${id}`);
    if (ended.includes(job.status)) return job;
    if (job.status === 'printing') onPrinting();
    if (job.waitingReason === 'plate_not_clear') {
      await this.staff.post(`/printers/${job.preferredPrinter ?? ''}/clear-plate`);
      await setTimeout(1000);
    }
    throw new Error(`print job is ${job.status} (${job.waitingReason ?? ''})`);
  }
}
