import { appendFileSync } from 'node:fs';

/** How many rounds of each fault, and how many prints of each run; `FAULT_ROUNDS` asks for more than the few of every day. */
export const faultRounds = Number(process.env['FAULT_ROUNDS'] ?? 1);

/** What became of the prints of a fault's rounds, counted. */
export class FaultCount {
  private prints = 0;
  private readonly ended: Record<string, number> = {};
  private readonly starts: Record<string, number> = {};

  /** @param starts how many times the machines began it */
  add({ status, starts }: { status: string; starts: number }): void {
    this.prints += 1;
    this.ended[status] = (this.ended[status] ?? 0) + 1;
    this.starts[starts] = (this.starts[starts] ?? 0) + 1;
  }

  /** Says what was counted where whoever asked for many rounds reads it. */
  report(fault: string): void {
    tellCount(fault, this.result());
  }

  /** `ended` by the state in which prints ended, `starts` by how many times each was begun. */
  result(): { prints: number; ended: Record<string, number>; starts: Record<string, number> } {
    return { prints: this.prints, ended: this.ended, starts: this.starts };
  }
}

/** What was counted of a fault, as a line that `npm run faults` makes a row of its table. */
export function tellCount(fault: string, counted: object): void {
  const line = `${JSON.stringify({ fault, ...counted })}\n`;
  const file = process.env['FAULT_REPORT'];
  if (file === undefined) process.stdout.write(line);
  else appendFileSync(file, line);
}
