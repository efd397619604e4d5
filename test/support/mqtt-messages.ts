import { randomUUID } from 'node:crypto';
import type { CommandAck, PrinterCommand, PrinterEvent } from '#libs/contracts';

export const printer = { hub: 'keskusta', bridge: 'silta', printer: 'prusa' };

const envelope = () => ({ v: 1 as const, session: 1, ts: new Date().toISOString(), id: randomUUID() });

export function anEvent(seq: number): PrinterEvent {
  return {
    ...envelope(),
    seq,
    type: 'print_started',
    job: null,
    occurredAt: new Date().toISOString(),
    reason: null,
  };
}

export function anAck(cmdId: string, phase: CommandAck['phase']): CommandAck {
  return { ...envelope(), seq: 1, cmdId, phase, code: phase === 'rejected' ? 'not_idle' : null };
}

export function aCommand(): PrinterCommand {
  return {
    v: 1,
    id: randomUUID(),
    type: 'clear_plate',
    expect: { state: null, session: null, jobId: null },
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
  };
}
