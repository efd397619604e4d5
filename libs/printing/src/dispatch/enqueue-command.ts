import { randomUUID } from 'node:crypto';
import type { JobPayload } from '#libs/contracts';
import type { Transaction } from '#libs/platform';

interface CommandRequest {
  type: JobPayload<'printer.command'>['type'];
  printerId: string;
  /** The print that is meant; a command for another one is refused by the bridge. */
  attempt?: { printJobId: string; number: number };
}

/** Promises a command to a printer; it leaves after the commit, with one id however often it is tried. */
export function enqueueCommand(tx: Transaction, { type, printerId, attempt }: CommandRequest): void {
  tx.enqueue('printer.command', {
    type,
    printerId,
    commandId: randomUUID(),
    printJobId: attempt?.printJobId ?? null,
    attempt: attempt?.number ?? null,
  });
}
